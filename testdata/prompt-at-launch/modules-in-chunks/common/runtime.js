(function (modules) { // webpackBootstrap
  var installed = {};
  function __webpack_require__(id) {
    if (installed[id]) return installed[id].exports;
    var module = installed[id] = { i: id, l: false, exports: {} };
    modules[id].call(module.exports, module, module.exports, __webpack_require__);
    return module.exports;
  }
  my["webpackJsonp"] = { push: function (data) { Object.assign(modules, data[1]); } };
})({});
