var session = require('./utils/session');
var utils = require('./utils/extend');

App({
  onLaunch: function () {
    session.check({
      fail: function () {
        my.getAuthCode({ scopes: 'auth_user', success: function () {}, fail: function () { my.alert({ content: 'Sin permiso' }); } }); //~ prompt-at-launch
      },
    });
    utils.each(function () {
      my.getAuthCode({ scopes: 'auth_base', success: function () {} });
    }, function () {
      my.getAuthCode({ scopes: 'auth_user', success: function () {}, fail: function () { my.alert({ content: 'Sin permiso' }); } }); //~ prompt-at-launch
    });
  },
});
