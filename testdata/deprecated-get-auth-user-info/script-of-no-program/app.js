App({
  getUser() {
    return new Promise((resolve, reject) => {
      my.getAuthUserInfo({ success: resolve, fail: reject });
    });
  },
});
