const HOUR = 60 * 60 * 1000;

Page({
  onShow() {
    if (this.pending) return;
    this.pending = { since: Date.now() };
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: () => this.setData({ linked: true }),
      fail: () => {
        setTimeout(() => {
          this.pending = null;
        }, HOUR);
      },
    });
  },

  go() {
    my.navigateBack();
  },
});
