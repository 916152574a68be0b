const { scopes } = require('./config');

App({
  onLaunch() {
    this.login();
    this.silent();
  },

  login() {
    my.getAuthCode({ //~ prompt-at-launch: asks for `auth_user` at the launch, from `App.onLaunch`
      scopes: [scopes.base, scopes.login],
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/session', data: { authCode } });
      },
      fail: () => my.showToast({ content: '登录失败' }),
    });
  },

  silent() {
    my.getAuthCode({
      scopes: scopes.base,
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/session', method: 'POST', data: { authCode } });
      },
      fail: () => my.showToast({ content: '登录失败，可以先浏览' }),
    });
  },
});
