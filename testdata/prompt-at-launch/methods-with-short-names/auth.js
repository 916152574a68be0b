exports.a = function (e) {
  my.getAuthCode({ scopes: e, fail: function () { my.alert({ content: 'Please try again' }); } });
};
exports.b = function (e) {
  my.getAuthCode({ scopes: e, fail: function () { my.alert({ content: 'Please try again' }); } }); //~ prompt-at-launch
};
