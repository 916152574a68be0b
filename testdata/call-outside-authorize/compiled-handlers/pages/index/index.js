(my["webpackJsonp"] = my["webpackJsonp"] || []).push([["pages/index/index"], {
  11: function (module, exports, __webpack_require__) {
    "use strict";
    (function (createPage) {
      __webpack_require__(4);
      var _index = _interopRequireDefault(__webpack_require__(12));
      function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
      createPage(_index.default);
    }).call(this, __webpack_require__(1)["createPage"]);
  },
  12: function (module, exports, __webpack_require__) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.default = void 0;
    var _default = {
      data: function data() { return { name: '', phone: '' }; },
      onLoad: function onLoad() { this.supported = my.canIUse('button.open-type.getAuthorize'); },
      methods: {
        toLogin: function toLogin(e) {
          var that = this;
          my.getOpenUserInfo({ //~ call-outside-authorize
            success: function success(res) {
              var user = JSON.parse(res.response).response;
              if (user.code === '10000') that.name = user.nickName;
            },
            fail: function fail() { that.refused(); }
          });
        },
        getPhone: function getPhone(e) {
          var that = this;
          my.getPhoneNumber({
            success: function success(res) { my.request({ url: 'https://api.example.com/phone', data: { body: res.response } }); },
            fail: function fail() { that.refused(); }
          });
        },
        refused: function refused() { my.showToast({ content: '可以手动填写' }); },
        open: function open() { my.navigateTo({ url: '/pages/bind/bind' }); }
      }
    };
    exports.default = _default;
  }
}, [[11, "common/runtime", "common/vendor"]]]);
