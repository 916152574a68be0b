(my["webpackJsonp"] = my["webpackJsonp"] || []).push([["common/main"], {
  1: function (module, exports, __webpack_require__) {
    "use strict";
    (function (createApp) {
      var _vue = __webpack_require__(3);
      var _app = __webpack_require__(2);
      _app.default.mpType = 'app';
      var app = new _vue.default(Object.assign({}, _app.default));
      createApp(app).$mount();
    }).call(this, __webpack_require__(4)["createApp"]);
  },
  2: function (module, exports, __webpack_require__) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.default = void 0;
    var _default = {
      onLaunch: function onLaunch() {
        this.enter('auth_base');
        this.login();
      },
      methods: {
        login: function login() {
          my.getAuthCode({ //~ prompt-at-launch: asks for `auth_user` at the launch, from `App.onLaunch`
            scopes: 'auth_user',
            success: function success(res) { my.request({ url: 'https://api.example.com/session', data: { code: res.authCode } }); },
            fail: function fail() { my.showToast({ content: '可以先浏览' }); },
          });
        },
        enter: function enter(scopes) {
          my.getAuthCode({
            scopes: scopes,
            success: function success(res) { my.request({ url: 'https://api.example.com/visit', data: { code: res.authCode } }); },
            fail: function fail() { my.showToast({ content: '可以先浏览' }); },
          });
        },
        renew: function renew() {
          my.getAuthCode({
            scopes: 'auth_user',
            success: function success(res) { my.request({ url: 'https://api.example.com/session', data: { code: res.authCode } }); },
            fail: function fail() { my.showToast({ content: '可以先浏览' }); },
          });
        },
      },
    };
    exports.default = _default;
  },
}, [[1, "common/runtime", "common/vendor"]]]);
