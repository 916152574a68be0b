define('pages/index/index.js', function (require, module) {
  Page({
    login() {
      my.getAuthCode({ scopes: 'auth_user', success: (res) => this.enter(res.authCode) });
    },
  });
});
