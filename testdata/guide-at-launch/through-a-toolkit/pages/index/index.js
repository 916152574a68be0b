(my["webpackJsonp"] = my["webpackJsonp"] || []).push([["pages/index/index"],{

/***/ 10:
/***/ (function(module, exports, __webpack_require__) {

"use strict";
/* WEBPACK VAR INJECTION */(function(createPage) {
var _index = _interopRequireDefault(__webpack_require__(/*! ./pages/index/index.vue */ 11));
function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
createPage(_index.default);
/* WEBPACK VAR INJECTION */}.call(this, __webpack_require__(/*! ./node_modules/@dcloudio/uni-mp-alipay/dist/index.js */ 1)["createPage"]))

/***/ }),

/***/ 11:
/***/ (function(module, exports, __webpack_require__) {

"use strict";
/* WEBPACK VAR INJECTION */(function(uni, global) {
Object.defineProperty(exports, "__esModule", { value: true });
exports.default = void 0;
var _default = {
  data: function data() { return { hint: '' }; },
  onLoad: function onLoad(e) {
    this.askLogin();
    this.askCity();
  },
  onReady: function onReady() {
    var _this2 = this;
    uni.showActionSheet({ //~ guide-at-launch: `my.showActionSheet` guides the user
      itemList: ['会员登录', '先看看'],
      success: function success(res) {
        if (res.tapIndex === 0) { _this2.addUser(); }
      }
    });
    uni.showModal({ content: '继续？' }).then(function (data) { //~ guide-at-launch
      var error = data[0], res = data[1];
      if (res.confirm) { uni.navigateTo({ url: '/pages/login/login' }); }
    });
  },
  methods: {
    addUser: function addUser() {
      my.getAuthCode({
        scopes: 'auth_user',
        success: function success(res) {
          uni.request({ url: 'https://api.example.com/login', data: { code: res.authCode } });
        },
        fail: function fail() { uni.showToast({ title: '您可以稍后登录' }); }
      });
    },
    askLogin: function askLogin() {
      var _this = this;
      uni.showModal({ //~ guide-at-launch: at the launch `my.showModal` guides
        title: '温馨提示',
        content: '是否现在登录？',
        success: function success(res) {
          if (res.confirm) { _this.addUser(); }
        }
      });
    },
    askCity: function askCity() {
      var _this = this;
      uni.showModal({
        title: '切换城市？',
        success: function success(res) { _this.hint = res.confirm ? '已切换' : ''; }
      });
    }
  }
};
exports.default = _default;
/* WEBPACK VAR INJECTION */}.call(this, __webpack_require__(/*! ./node_modules/@dcloudio/uni-mp-alipay/dist/index.js */ 1)["default"], __webpack_require__(/*! (webpack)/buildin/global.js */ 2)))

/***/ })

},[[10,"common/runtime","common/vendor"]]]);
