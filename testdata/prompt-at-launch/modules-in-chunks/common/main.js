(my["webpackJsonp"] = my["webpackJsonp"] || []).push([["common/main"],[
/* 0 */
/*! no static exports found */
/***/ (function(module, exports, __webpack_require__) {

"use strict";
/* WEBPACK VAR INJECTION */(function(createApp) {
var _App = _interopRequireDefault(__webpack_require__(/*! ./App */ 2));
function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
var _vue = _interopRequireDefault(__webpack_require__(/*! vue */ "66fd"));
var _login = __webpack_require__(/*! ./utils/login */ 3);
_vue.default.prototype.$renew = _login.askAgain;
Date.prototype.onShow = _login.askAgain;
_App.default.mpType = 'app';
createApp(_App.default).$mount();
/* WEBPACK VAR INJECTION */}.call(this, __webpack_require__(/*! @dcloudio/uni-mp-alipay */ "543d")["createApp"]))

/***/ }),
/* 1 */,
/* 2 */
/***/ (function(module, exports, __webpack_require__) {

"use strict";
Object.defineProperty(exports, "__esModule", { value: true });exports.default = void 0;
var _default = { onLaunch: function onLaunch() { console.log('App Launch'); } };exports.default = _default;

/***/ }),
/* 3 */
/*!*****************************!*\
  !*** ./utils/login.js ***!
  \*****************************/
/***/ (function(module, exports, __webpack_require__) {

"use strict";
/* WEBPACK VAR INJECTION */(function(uni) {
Object.defineProperty(exports, "__esModule", { value: true });
exports.askAgain = askAgain;
exports.silently = exports.ask = void 0;
var ask = function ask(scopes) {
  return new Promise(function (resolve, reject) {
    my.getAuthCode({ //~ prompt-at-launch: asks for `auth_user` at the launch
      scopes: scopes,
      success: function success(res) { return resolve(uni.request({ url: 'https://api.example.com/session', data: { code: res.authCode } })); },
      fail: function fail() { uni.showToast({ title: '未授权也可以浏览', icon: 'none' }); reject(); },
    });
  });
};exports.ask = ask;
var silently = function silently() {
  my.getAuthCode({
    scopes: 'auth_base',
    success: function success(res) { uni.request({ url: 'https://api.example.com/visit', data: { code: res.authCode } }); },
    fail: function fail() { uni.showToast({ title: '网络不太好', icon: 'none' }); },
  });
};exports.silently = silently;
function askAgain() {
  my.getAuthCode({ //~ prompt-on-page-load //~ prompt-loop
    scopes: 'auth_user',
    success: function success(res) { uni.request({ url: 'https://api.example.com/renew', data: { code: res.authCode } }); },
    fail: function fail() { uni.showToast({ title: '未授权也可以浏览', icon: 'none' }); },
  });
}
/* WEBPACK VAR INJECTION */}.call(this, __webpack_require__(/*! @dcloudio/uni-mp-alipay */ "543d")["default"]))

/***/ })
],[[0,"common/runtime","common/vendor"]]]);
