Page({
  login() {
    my.getAuthCode({
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
      },
      fail: () => my.showToast({ content: '可以先浏览' }),
    });
  },
});
