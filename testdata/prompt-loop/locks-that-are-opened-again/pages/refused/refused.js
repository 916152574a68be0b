Page({
  onShow() {
    if (this.locked || this.refused) return;
    this.locked = true;
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      fail: () => {
        this.refused = true;
      },
      complete: () => {
        this.locked = false;
      },
    });
  },
});
