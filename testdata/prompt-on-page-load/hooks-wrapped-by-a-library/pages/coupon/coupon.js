Page({
  onShow() {
    this.enter();
  },
  enter() {
    my.getAuthCode({ //~ prompt-on-page-load //~ prompt-loop
      scopes: 'auth_user',
      success: () => {},
      fail: () => my.showToast({ content: '可稍后再登录' }),
    });
  },
});
