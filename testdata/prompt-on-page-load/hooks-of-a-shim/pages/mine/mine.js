const _Page = require('../../__antmove/component/page.js');

_Page({
  onLoad() {
    this.login();
  },

  onReady() {
    this.login();
  },

  login() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: () => my.showToast({ content: '已登录' }),
      fail: () => my.showToast({ content: '可以先浏览' }),
    });
  },
});
