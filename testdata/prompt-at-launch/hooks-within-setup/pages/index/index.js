"use strict";
var common_vendor = require("../../common/vendor.js");
const _sfc_main = common_vendor.defineComponent({
  __name: "index",
  setup(__props) {
    const ask = (scopes) => {
      my.getAuthCode({
        scopes,
        success: ({ authCode }) => my.request({ url: 'https://api.example.com/session', data: { authCode } }),
        fail: () => my.showToast({ content: '可以先浏览' }),
      });
    };
    common_vendor.onLoad(() => ask('auth_base'));
    return (_ctx, _cache) => {
      return { a: common_vendor.o(($event) => ask('auth_user')), b: '登录' };
    };
  }
});
my.createPage(_sfc_main);
