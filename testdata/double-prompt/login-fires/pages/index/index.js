Page({
  onOk() {
    this.login();
  },

  login() {
    my.getAuthCode({ //~ double-prompt: `my.getAuthCode` asks for `auth_user`
      scopes: 'auth_user',
      success: () => my.showToast({ content: '已登录' }),
      fail: () => my.showToast({ content: '可以手动填写' }),
    });
  },

  onNo() {
    my.showToast({ content: '可以手动填写' });
  },
});
