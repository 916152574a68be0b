'use strict';
var tell = function () { my.alert({ content: 'Please try again' }); };

exports.identify = function () {
  var scopes = arguments.length > 0 && arguments[0] !== undefined ? arguments[0] : 'auth_base';
  my.getAuthCode({ scopes: scopes, fail: tell });
};

exports.peek = function (options) {
  if (!(options === null || options === void 0 ? void 0 : options.force)) return;
  my.getAuthCode({ scopes: 'auth_user', fail: tell });
};

exports.renew = function (options) {
  if (!(options === null || options === void 0 ? void 0 : options.force)) return;
  my.getAuthCode({ scopes: 'auth_user', fail: tell }); //~ prompt-at-launch
};

exports.start = function () {
  var scopes = arguments.length > 0 && void 0 !== arguments[0] ? arguments[0] : 'auth_user';
  my.getAuthCode({ scopes: scopes, fail: tell }); //~ prompt-at-launch
};
