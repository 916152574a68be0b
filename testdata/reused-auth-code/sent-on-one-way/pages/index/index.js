const app = getApp();

Page({
  login() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => {
        if (this.data.isMember) {
          my.request({ url: 'https://api.example.com/login', data: { authCode } });
        } else {
          my.request({ url: 'https://api.example.com/join', data: { authCode, code: authCode } });
        }
        app.globalData.hasCode = !!authCode;
      },
    });
  },

  async again() {
    // Each request has a code of its own.
    let { authCode } = await my.getAuthCode({ scopes: 'auth_base' });
    await my.request({ url: 'https://api.example.com/a', data: { authCode } });
    authCode = (await my.getAuthCode({ scopes: 'auth_base' })).authCode;
    const answer = await my.request({ url: 'https://api.example.com/b', data: { authCode } });
    app.globalData.session = answer.data.session;
  },
});
