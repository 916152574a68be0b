(my["webpackJsonp"] = my["webpackJsonp"] || []).push([["pages/card/card"],{

/***/ 20:
/***/ (function(module, exports, __webpack_require__) {

"use strict";
/* WEBPACK VAR INJECTION */(function(createPage) {
var _card = _interopRequireDefault(__webpack_require__(/*! ./pages/card/card.vue */ 21));
function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
createPage(_card.default);
/* WEBPACK VAR INJECTION */}.call(this, __webpack_require__(/*! ./node_modules/@dcloudio/uni-mp-alipay/dist/index.js */ 1)["createPage"]))

/***/ }),

/***/ 21:
/***/ (function(module, exports, __webpack_require__) {

"use strict";
/* WEBPACK VAR INJECTION */(function(uni) {
var _interopRequireDefault = __webpack_require__(/*! @babel/runtime/helpers/interopRequireDefault */ 4);
Object.defineProperty(exports, "__esModule", { value: true });
exports.default = void 0;
var _defineProperty2 = _interopRequireDefault(__webpack_require__(/*! @babel/runtime/helpers/defineProperty */ 11));
var _vuex = __webpack_require__(/*! vuex */ 30);
function ownKeys(object, enumerableOnly) { var keys = Object.keys(object); if (Object.getOwnPropertySymbols) { var symbols = Object.getOwnPropertySymbols(object); enumerableOnly && (symbols = symbols.filter(function (sym) { return Object.getOwnPropertyDescriptor(object, sym).enumerable; })), keys.push.apply(keys, symbols); } return keys; }
function _objectSpread(target) { for (var i = 1; i < arguments.length; i++) { var source = null != arguments[i] ? arguments[i] : {}; i % 2 ? ownKeys(Object(source), !0).forEach(function (key) { (0, _defineProperty2.default)(target, key, source[key]); }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(target, Object.getOwnPropertyDescriptors(source)) : ownKeys(Object(source)).forEach(function (key) { Object.defineProperty(target, key, Object.getOwnPropertyDescriptor(source, key)); }); } return target; }
var _default = {
  data: function data() { return { nick: '' }; },
  computed: _objectSpread({}, (0, _vuex.mapState)(['user'])),
  methods: _objectSpread(_objectSpread({}, (0, _vuex.mapMutations)(['setUser'])), {}, {
    fetchUser: function fetchUser() {
      var _this = this;
      my.getOpenUserInfo({ //~ call-outside-authorize: onTap
        success: function success(res) {
          var info = JSON.parse(res.response).response;
          if (info.code == '10000') { _this.nick = info.nickName; }
        },
        fail: function fail() { uni.showToast({ title: '请手动填写' }); }
      });
    }
  })
};
exports.default = _default;
/* WEBPACK VAR INJECTION */}.call(this, __webpack_require__(/*! ./node_modules/@dcloudio/uni-mp-alipay/dist/index.js */ 1)["default"]))

/***/ })

},[[20,"common/runtime","common/vendor"]]]);
