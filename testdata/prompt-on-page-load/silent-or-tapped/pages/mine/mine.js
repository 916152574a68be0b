Page({
  onLoad() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/session', method: 'POST', data: { authCode } });
      },
      fail: () => my.showToast({ content: '登录失败，可以先浏览' }),
    });
  },

  onPullDownRefresh() {
    this.login();
    my.stopPullDownRefresh();
  },

  login() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/session', method: 'POST', data: { authCode } });
      },
      fail: () => my.showToast({ content: '登录失败，可以先浏览' }),
    });
  },
});
