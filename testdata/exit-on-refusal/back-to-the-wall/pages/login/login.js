Page({
  onUser() {
    my.getOpenUserInfo({
      success: () => my.navigateBack(),
      fail: () => this.onRefused(),
    });
  },
  onRefused() {
    my.showToast({ content: '可以先逛逛' });
  },
});
