const app = getApp();
const post = (path, data) => my.request({ url: 'https://api.example.com' + path, data });

Page({
  login() {
    app.refresh();
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => {
        post('/login', { authCode });
        post('/coupons', { code: authCode }); //~ reused-auth-code: sent a second time
        getApp().globalData.code = authCode; //~ reused-auth-code: kept in the app
      },
    });
  },

  async again() {
    const res = await my.getAuthCode({ scopes: 'auth_base' });
    app.later = res; //~ reused-auth-code
    await my.request({ url: 'https://api.example.com/a', data: { code: res.authCode } });
    await my.request({
      url: 'https://api.example.com/b?code=' + res.authCode, //~ reused-auth-code: second time
    });
  },
});
