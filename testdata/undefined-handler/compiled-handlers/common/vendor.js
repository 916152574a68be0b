(my["webpackJsonp"] = my["webpackJsonp"] || []).push([["common/vendor"], {
  1: function (module, exports) {
    "use strict";
    exports.createPage = function createPage(options) { return Page(options); };
  },
  // 各页面共用
  2: function (module, exports) {
    "use strict";
    exports.default = {
      methods: {
        sinDatos: function sinDatos() { my.showToast({ content: 'Puede escribir sus datos a mano' }); }
      }
    };
  }
}]);
