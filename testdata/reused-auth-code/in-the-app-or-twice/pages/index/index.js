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

  // 由设置函数写入
  keep() {
    my.getAuthCode({ scopes: 'auth_base', success: (res) => {
      app.set('code', res.authCode); //~ reused-auth-code: kept in the app
      app.set('ámbitos', res.authSuccessScopes);
      app.merge({ code: res.authCode }); //~ reused-auth-code: kept in the app
      app.merge({ hasCode: !!res.authCode });
      Object.assign(app.globalData, { code: res.authCode }); //~ reused-auth-code: kept in the app
      app.globalData.login.code = res.authCode; //~ reused-auth-code: kept in the app
      const own = Object.assign({}, app.globalData, { code: res.authCode });
      my.request({ url: 'https://api.example.com/c', data: own });
    } });
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
