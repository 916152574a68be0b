"use strict";
var common_vendor = require("../../common/vendor.js");
const _sfc_main = common_vendor.defineComponent({
  __name: "mine",
  setup(__props) {
    common_vendor.onLoad(() => {
      my.getAuthCode({ //~ prompt-on-page-load: as soon as the page opens, from `setup`
        scopes: 'auth_zhima',
        success: ({ authCode }) => my.request({ url: 'https://api.example.com/points', data: { authCode } }),
        fail: () => my.showToast({ content: '可以先浏览' }),
      });
    });
    return (_ctx, _cache) => {
      return { a: '我的' };
    };
  }
});
my.createPage(_sfc_main);
