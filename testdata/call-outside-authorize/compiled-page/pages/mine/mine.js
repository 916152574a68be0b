(my["webpackJsonp"] = my["webpackJsonp"] || []).push([["pages/mine/mine"], {
  1: function (module, exports, __webpack_require__) {
    "use strict";
    var _page = __webpack_require__(2);
    (function (createPage) {
      createPage(_page.default);
    }).call(this, __webpack_require__(3)["createPage"]);
  },
  2: function (module, exports, __webpack_require__) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.default = void 0;
    var _default = {
      data: function () { return { name: '' } },
      onLoad: function () { this.hello() },
      methods: { hello: function () { console.log('hola') } },
    };
    exports.default = _default;
  },
}, [[1, "common/runtime"]]]);
