var track = require('../../utils/track.js');
function ownKeys(e, r) { var t = Object.keys(e); if (Object.getOwnPropertySymbols) { var o = Object.getOwnPropertySymbols(e); r && (o = o.filter(function (r) { return Object.getOwnPropertyDescriptor(e, r).enumerable; })), t.push.apply(t, o); } return t; }
function _objectSpread(e) { for (var r = 1; r < arguments.length; r++) { var t = null != arguments[r] ? arguments[r] : {}; r % 2 ? ownKeys(Object(t), !0).forEach(function (r) { _defineProperty(e, r, t[r]); }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e, Object.getOwnPropertyDescriptors(t)) : ownKeys(Object(t)).forEach(function (r) { Object.defineProperty(e, r, Object.getOwnPropertyDescriptor(t, r)); }); } return e; }
function _defineProperty(e, r, t) { return (r = _toPropertyKey(r)) in e ? Object.defineProperty(e, r, { value: t, enumerable: !0, configurable: !0, writable: !0 }) : e[r] = t, e; }
function _toPropertyKey(t) { return 'symbol' == typeof t ? t : t + ''; }
Page(_objectSpread(_objectSpread({}, track), {}, {
  data: { nick: '', canAuthorize: my.canIUse('button.open-type.getAuthorize') },
  askName: function () {
    var _this = this;
    my.getOpenUserInfo({ //~ call-outside-authorize: onTap
      success: function (res) {
        var info = JSON.parse(res.response).response;
        if (info.code == '10000') { _this.setData({ nick: info.nickName }); }
      },
      fail: function () { my.showToast({ content: '您可以手动填写昵称' }); }
    });
  },
  onAllowed: function () {
    var _this = this;
    my.getOpenUserInfo({
      success: function (res) {
        var info = JSON.parse(res.response).response;
        if (info.code == '10000') { _this.setData({ nick: info.nickName }); }
      },
      fail: function () { my.showToast({ content: '您可以手动填写昵称' }); }
    });
  },
  onRefused: function () { my.showToast({ content: '您可以手动填写昵称' }); }
}));
