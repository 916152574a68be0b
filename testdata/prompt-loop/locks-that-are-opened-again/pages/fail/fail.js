// 拒绝后锁被打开，下次 onShow 又会弹窗
Page({
  onShow() {
    if (this._asking) return;
    this._asking = true;
    this.ask();
  },

  ask() {
    my.getAuthCode({ //~ prompt-on-page-load //~ prompt-loop
      scopes: 'auth_user',
      success: (res) => this.setData({ code: !!res }),
      fail: () => {
        this._asking = false;
      },
    });
  },
});
