var r = require('../../auth');

Page({
  onLoad() {
    this.go('auth_base');
    (0, r.a)('auth_base');
    r.b('auth_user');
  },
  tap() {
    this.go('auth_user');
    (0, r.a)('auth_user');
  },
  go(scopes) {
    my.getAuthCode({ scopes, fail: () => my.alert({ content: 'Please try again' }) });
  },
});
