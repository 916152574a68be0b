Page({
  onOk() {
    setTimeout(() => this.login(), 100);
  },

  login() {
    my.getAuthCode({ //~ double-prompt
      scopes: 'auth_user',
      success: () => my.showToast({ content: '已登录' }),
      fail: () => my.showToast({ content: '可以手动填写' }),
    });
  },

  onNo() {
    my.showToast({ content: '可以手动填写' });
  },
});
