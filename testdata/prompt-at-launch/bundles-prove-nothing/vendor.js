module.exports = (function () {
  var api = {
    login: function (o) { return my.getAuthCode({ scopes: 'auth_user', success: o.success, fail: o.fail }) },
    getUserInfo: function (o) { return my.getOpenUserInfo(o) },
    promisify: function (name) { return function (o) { return my[name](o) } },
  };
  return { api: api, hello: function () { return 'hola' } };
})(); //
