Page({
  data: { refused: 0 },

  onShow() {
    if (this.data.refused !== 1) this.ask();
  },

  open() {
    this.ask();
  },

  ask() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: () => my.showToast({ content: '已登录' }),
      fail: () => this.setData({ refused: 1 }),
    });
  },
});
