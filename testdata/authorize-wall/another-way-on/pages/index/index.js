Page({
  onUser() {
    my.getOpenUserInfo({ //~ unused-user-info
      success: () => this.skip(),
      fail: () => this.onRefused(),
    });
  },
  onRefused() {
    my.showToast({ content: '可以先逛逛' });
  },
  skip() {
    my.redirectTo({ url: '/pages/home/home' });
  },
});
