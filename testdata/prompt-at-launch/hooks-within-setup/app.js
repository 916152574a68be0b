"use strict";
var common_vendor = require("./common/vendor.js");
const _sfc_main = common_vendor.defineComponent({
  setup(__props) {
    const ask = (scopes) => {
      my.getAuthCode({ //~ prompt-at-launch: asks for `auth_user` at the launch
        scopes,
        success: ({ authCode }) => my.request({ url: 'https://api.example.com/session', data: { authCode } }),
        fail: () => my.showToast({ content: '可以先浏览' }),
      });
    };
    common_vendor.onLaunch(() => {
      ask('auth_user');
    });
    common_vendor.onHide(() => {
      my.getAuthCode({
        scopes: 'auth_zhima',
        success: ({ authCode }) => my.request({ url: 'https://api.example.com/points', data: { authCode } }),
        fail: () => my.showToast({ content: '可以先浏览' }),
      });
    });
    return () => {
    };
  }
});
function createApp() {
  const app = common_vendor.createSSRApp(_sfc_main);
  return { app };
}
createApp().app.mount("#app");
exports.createApp = createApp;
