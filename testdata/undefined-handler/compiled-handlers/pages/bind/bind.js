(my["webpackJsonp"] = my["webpackJsonp"] || []).push([["pages/bind/bind"], {
  31: function (module, exports, __webpack_require__) {
    "use strict";
    (function (createPage) {
      createPage(__webpack_require__(32).default);
    }).call(this, __webpack_require__(1)["createPage"]);
  },
  32: function (module, exports, __webpack_require__) {
    "use strict";
    exports.default = void 0;
    var _default = {
      mixins: [__webpack_require__(2).default],
      data: function data() { return { puede: my.canIUse('button.open-type.getAuthorize') }; },
      methods: {
        vincular: function vincular() {
          var that = this;
          my.getPhoneNumber({
            success: function success(res) { my.request({ url: 'https://api.example.com/phone', data: { body: res.response } }); },
            fail: function fail() { that.sinDatos(); }
          });
        }
      }
    };
    exports.default = _default;
  }
}, [[31, "common/runtime", "common/vendor"]]]);
