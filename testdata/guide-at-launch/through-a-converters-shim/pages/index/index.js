const wx2my = require('../../wx2my')

Page({
  login() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        wx2my.setStorageSync('code', res.authCode) //~ reused-auth-code
        wx2my.setStorageSync('scopes', res.authSuccessScopes)
      },
    });
  },

  share() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => wx2my.navigateTo({ url: '/pages/index/index?code=' + res.authCode }), //~ leaked-auth-code
    });
    wx2my.navigateTo({ url: '/pages/index/index?from=share' });
  },
});
