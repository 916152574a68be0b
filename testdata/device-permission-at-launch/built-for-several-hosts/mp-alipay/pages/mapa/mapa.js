(my["webpackJsonp"] = my["webpackJsonp"] || []).push([["pages/mapa/mapa"],{

/***/ 20:
/***/ (function(module, exports, __webpack_require__) {
"use strict";
/* WEBPACK VAR INJECTION */(function(createPage) {
createPage(__webpack_require__(/*! ./pages/mapa/mapa.vue */ 21).default);
/* WEBPACK VAR INJECTION */}.call(this, __webpack_require__(/*! ./node_modules/@dcloudio/uni-mp-alipay/dist/index.js */ 1)["createPage"]))
/***/ }),

/***/ 21:
/***/ (function(module, exports, __webpack_require__) {
"use strict";
/* WEBPACK VAR INJECTION */(function(uni) {
Object.defineProperty(exports, "__esModule", { value: true });
exports.default = void 0;
var _default = {
  data: function data() { return { latitude: 0, longitude: 0 }; },
  onLoad: function onLoad() {
    var that = this;
    uni.showLoading({ title: '定位中' });
    uni.getLocation({ //~ device-permission-at-launch: `my.getLocation` can ask for a permission at launch
      type: 'gcj02',
      success: function success(res) {
        that.latitude = res.latitude;
        that.longitude = res.longitude;
      },
      complete: function complete() { uni.hideLoading(); }
    });
  }
};
exports.default = _default;
/* WEBPACK VAR INJECTION */}.call(this, __webpack_require__(/*! ./node_modules/@dcloudio/uni-mp-alipay/dist/index.js */ 1)["default"]))
/***/ })

},[[20,"common/runtime","common/vendor"]]]);
