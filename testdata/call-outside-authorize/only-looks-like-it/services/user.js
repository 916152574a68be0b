// my.getOpenUserInfo({}) needs a button; the server knows the name as well.
export default {
  getOpenUserInfo() {
    return new Promise((resolve) => my.request({ url: 'https://api.example.com/me', success: resolve }));
  },
};
