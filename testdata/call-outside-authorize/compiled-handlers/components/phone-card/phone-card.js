(my["webpackJsonp"] = my["webpackJsonp"] || []).push([["components/phone-card/phone-card"], {
  21: function (module, exports, __webpack_require__) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.default = void 0;
    var _default = {
      name: 'phone-card',
      methods: {
        ask: function ask() {
          my.getPhoneNumber({ //~ call-outside-authorize: `my.getPhoneNumber` runs from the handler `catchTap`
            success: function success(res) { my.request({ url: 'https://api.example.com/phone', data: { body: res.response } }); },
            fail: function fail() { my.showToast({ content: '可以手动填写' }); }
          });
        }
      }
    };
    exports.default = _default;
  }
}]);
