(my["webpackJsonp"] = my["webpackJsonp"] || []).push([["pages/index/index"], {
  11: function (module, exports, __webpack_require__) {
    "use strict";
    (function (createPage) {
      createPage(__webpack_require__(12).default);
    }).call(this, __webpack_require__(1)["createPage"]);
  },
  12: function (module, exports) {
    "use strict";
    exports.default = void 0;
    var _default = {
      data: function data() { return { nombre: '', puede: my.canIUse('button.open-type.getAuthorize') }; },
      methods: {
        entrar: function entrar() {
          var that = this;
          my.getOpenUserInfo({
            success: function success(res) {
              var user = JSON.parse(res.response).response;
              if (user.code === '10000') that.nombre = user.nickName;
            },
            fail: function fail() { that.saltar(); }
          });
        },
        saltar: function saltar() { my.switchTab({ url: '/pages/bind/bind' }); }
      }
    };
    exports.default = _default;
  }
}, [[11, "common/runtime", "common/vendor"]]]);
