function _objectSpread(target) { for (var i = 1; i < arguments.length; i++) { var source = arguments[i] != null ? arguments[i] : {}; Object.keys(source).forEach(function (key) { _defineProperty(target, key, source[key]); }); } return target; }
function _defineProperty(obj, key, value) { if (key in obj) { Object.defineProperty(obj, key, { value: value, enumerable: true, configurable: true, writable: true }); } else { obj[key] = value; } return obj; }

var LOGIN = {
  scopes: 'auth_user',
  fail: function () { my.showToast({ content: '登录失败，请稍后再试' }); }
};

function report(res) {
  my.request({ url: 'https://shop.example.com/login', data: { code: res.authCode } });
}

// 只补上没有的成员
function defaults(options, preset) {
  Object.keys(preset).forEach(function (key) {
    if (options[key] === undefined) { options[key] = preset[key]; }
  });
  return options;
}

Page({
  onLoad: function () {
    my.getAuthCode(_objectSpread(_objectSpread({}, LOGIN), {}, { scopes: 'auth_base', success: report }));
    my.getAuthCode(Object.assign(Object.assign({}, LOGIN), { scopes: 'auth_base', success: report }));
    my.getAuthCode(_objectSpread({ success: report }, LOGIN)); //~ prompt-on-page-load: auth_user
    my.getAuthCode(defaults({ //~ prompt-on-page-load: auth_user
      scopes: 'auth_user',
      success: report,
      fail: function () { my.showToast({ content: '登录失败，请稍后再试' }); }
    }, { scopes: 'auth_base' }));
  },
  scan: function () {
    my.scan(_objectSpread({}, { type: 'qr' }));
  }
});
