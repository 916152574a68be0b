Page({
  onOk() {
    this.login();
  },

  login() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: () => my.showToast({ content: '已登录' }),
      fail: () => my.showToast({ content: '可以手动填写' }),
    });
  },

  onNo() {
    my.showToast({ content: '可以手动填写' });
  },
});
