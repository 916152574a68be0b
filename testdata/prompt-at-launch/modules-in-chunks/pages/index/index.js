(my["webpackJsonp"] = my["webpackJsonp"] || []).push([["pages/index/index"],{

/***/ 11:
/***/ (function(module, exports, __webpack_require__) {

"use strict";
/* WEBPACK VAR INJECTION */(function(createPage) {
var _index = _interopRequireDefault(__webpack_require__(/*! ./pages/index/index.vue */ 12));
function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
my.__webpack_require_UNI_MP_PLUGIN__ = __webpack_require__;
createPage(_index.default);
/* WEBPACK VAR INJECTION */}.call(this, __webpack_require__(/*! @dcloudio/uni-mp-alipay */ "543d")["createPage"]))

/***/ }),

/***/ 12:
/***/ (function(module, __webpack_exports__, __webpack_require__) {

"use strict";
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _script_0__ = __webpack_require__(/*! ./index.vue?vue&type=script&lang=js& */ 13);
/* harmony reexport (unknown) */ for(var __WEBPACK_IMPORT_KEY__ in _script_0__) if(__WEBPACK_IMPORT_KEY__ !== 'default') (function(key) { __webpack_require__.d(__webpack_exports__, key, function() { return _script_0__[key]; }) }(__WEBPACK_IMPORT_KEY__));
/* harmony import */ var _normalizer_1__ = __webpack_require__(/*! normalizer */ "f0c5");
var component = Object(_normalizer_1__["a"])(_script_0__["default"], null, null, false)
/* harmony default export */ __webpack_exports__["default"] = (component.exports);

/***/ }),

/***/ 13:
/***/ (function(module, __webpack_exports__, __webpack_require__) {

"use strict";
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _loader_0__ = __webpack_require__(/*! -!./index.vue */ 14);
/* harmony import */ var _loader_0___default = /*#__PURE__*/__webpack_require__.n(_loader_0__);
 /* harmony default export */ __webpack_exports__["default"] = (_loader_0___default.a);

/***/ }),

/***/ 14:
/***/ (function(module, exports, __webpack_require__) {

"use strict";
Object.defineProperty(exports, "__esModule", { value: true });exports.default = void 0;
var _login = __webpack_require__(/*! ../../utils/login */ 3);
var _default = {
  data: function data() { return { list: [] }; },
  onLoad: function onLoad() {
    (0, _login.silently)();
    this.enter();
  },
  methods: {
    enter: function enter() {
      (0, _login.ask)('auth_user').then(function () {});
    },
    onTapLogin: function onTapLogin() {
      (0, _login.askAgain)();
    },
  },
};exports.default = _default;

/***/ })

},[[11,"common/runtime","common/vendor"]]]);
