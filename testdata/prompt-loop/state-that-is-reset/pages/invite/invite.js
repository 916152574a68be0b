Page({
  data: { title: '邀请', step: 0 },

  onShow() {
    if (this.data.step !== 0) return;
    my.getAuthCode({ //~ prompt-loop //~ prompt-on-page-load
      scopes: 'auth_user',
      success: () => this.setData({ step: 1 }),
      fail: () => {
        this.setData({ step: 0 });
      },
    });
  },
});
