Page({
  login() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/session', method: 'POST', data: { authCode } });
      },
      fail: () => {
        my.confirm({
          title: '需要授权',
          content: '授权后才能同步订单，要再试一次吗？',
          success: ({ confirm }) => {
            if (confirm) this.login();
          },
        });
      },
    });
  },
});
