var __CML__GLOBAL = require("../../manifest.js");
__CML__GLOBAL.webpackJsonp([5],{
  "./src/pages/bind/bind.cml": function (module, exports, __webpack_require__) {
    "use strict";
    var createPage = __webpack_require__("./runtime")["default"].createPage;
    var Bind = {
      data: { supported: my.canIUse('button.open-type.getAuthorize') },
      onLoad: function () {},
      methods: {
        toUser: function () {
          my.getOpenUserInfo({ //~ call-outside-authorize
            success: (res) => {
              var user = JSON.parse(res.response).response;
              if (user.code === '10000') this.name = user.nickName;
            },
            fail: () => this.refused(),
          });
        },
        toPhone: function () {
          my.getPhoneNumber({
            success: (res) => my.request({ url: 'https://api.example.com/phone', data: { body: res.response } }),
            fail: () => this.refused(),
          });
        },
        refused: function () { my.showToast({ content: '可以手动填写' }); },
      },
    };
    exports.default = createPage(Bind);
  },
});
