Page({
  data: { title: '前台', step: 0 },

  onShow() {
    if (this.data.step !== 0) return;
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: () => this.setData({ step: 2 }),
      fail: () => {
        this.setData({ step: 0 });
        this.refused();
      },
    });
  },

  refused() {
    this.setData({ step: 1 });
    my.showToast({ content: '可以先浏览' });
  },
});
