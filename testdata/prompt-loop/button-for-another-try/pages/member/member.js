Page({
  data: { tip: '' },

  // 按钮可以重试，拒绝之后不可以
  retry() {
    this.setData({ tip: '' });
    this.login();
  },

  login() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/login', data: { authCode } }),
      fail: () => {
        this.retry(); //~ prompt-loop
      },
    });
  },
});
