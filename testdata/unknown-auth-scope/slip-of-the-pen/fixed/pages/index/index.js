const WANTED = ['auth_base', 'auth_user'];

Page({
  login() {
    my.getAuthCode({
      scopes: WANTED,
      success: ({ authCode }) => this.send(authCode),
      fail: () => my.showToast({ content: '可以先浏览' }),
    });
    my.getAuthCode({
      scopes: 'auth_user,auth_zima',
      success: ({ authCode }) => this.send(authCode),
      fail: () => my.showToast({ content: '可以先浏览' }),
    });
  },

  send(authCode) {
    my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
  },
});
