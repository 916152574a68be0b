(my["webpackJsonp"] = my["webpackJsonp"] || []).push([["pages/index/index"],{
/***/ "0a1b":
/***/ (function(module, exports, __webpack_require__) {
"use strict";
/* WEBPACK VAR INJECTION */(function(createPage) {
createPage(__webpack_require__(/*! ./pages/index/index.vue */ "2c3d").default);
/* WEBPACK VAR INJECTION */}.call(this, __webpack_require__(/*! ./node_modules/@dcloudio/uni-mp-alipay/dist/index.js */ "543d")["createPage"]))
/***/ }),
/***/ "2c3d":
/***/ (function(module, exports, __webpack_require__) {
"use strict";
/* WEBPACK VAR INJECTION */(function(uni) {
Object.defineProperty(exports, "__esModule", { value: true });
exports.default = void 0;
var _default = {
  methods: {
    login: function login() {
      my.getAuthCode({
        scopes: 'auth_base',
        success: function success(res) {
          uni.setStorageSync('authCode', res.authCode); //~ reused-auth-code: kept in the storage
          uni.request({
            url: 'https://api.example.com/login',
            data: { code: res.authCode },
            success: function success(r) { uni.setStorageSync('token', r.data.token); }
          });
        },
        fail: function fail() {}
      });
    }
  }
};
exports.default = _default;
/* WEBPACK VAR INJECTION */}.call(this, __webpack_require__(/*! ./node_modules/@dcloudio/uni-mp-alipay/dist/index.js */ "543d")["default"]))
/***/ })
},[["0a1b","common/runtime","common/vendor"]]]);
