Page({
  login() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        my.setStorageSync({ key: 'authcode', data: { at: Date.now(), has: !!res.authCode } });
        my.request({
          url: 'https://api.example.com/login',
          data: { code: res.authCode, authCode: res.authCode },
          success: (answer) => my.setStorageSync({ key: 'uid', data: answer.data.uid }),
        });
      },
      fail: () => {},
    });
  },

  async again() {
    const { authCode } = await my.getAuthCode({ scopes: 'auth_base' });
    const answer = await my.request({ url: 'https://api.example.com/login?code=' + authCode });
    getApp().user.openId = answer.data.openId;
  },
});
