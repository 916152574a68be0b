(my["webpackJsonp"] = my["webpackJsonp"] || []).push([["pages/card/card"], {
  1: function (module, exports, __webpack_require__) {
    "use strict";
    var _page = __webpack_require__(2);
    (function (createPage) { createPage(_page.default); }).call(this, __webpack_require__(3)["createPage"]);
  },
  2: function (module, exports, __webpack_require__) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.default = void 0;
    var _default = {
      data: function data() { return { name: '' }; },
      mounted: function mounted() { this.fill(); },
      destroyed: function destroyed() { this.again(); },
      methods: {
        fill: function fill() {
          var that = this;
          my.getOpenUserInfo({ //~ call-outside-authorize: `my.getOpenUserInfo` runs from `mounted` when the page opens
            success: function success(res) {
              var user = JSON.parse(res.response).response;
              if (user.code === '10000') that.name = user.nickName;
            },
            fail: function fail() { my.showToast({ content: '可以手动填写' }); },
          });
        },
        again: function again() {
          my.getPhoneNumber({ //~ unreached-call
            success: function success(res) { my.request({ url: 'https://api.example.com/phone', data: { body: res.response } }); },
            fail: function fail() { my.showToast({ content: '可以手动填写' }); },
          });
        },
      },
    };
    exports.default = _default;
  },
}, [[1, "common/runtime"]]]);
