Page({
  onShow() {
    if (my.getStorageSync({ key: 'no' }).data || this.locked) return;
    this.locked = true;
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      fail: () => {
        my.setStorageSync({ key: 'no', data: true });
        this.locked = false;
      },
    });
  },
});
