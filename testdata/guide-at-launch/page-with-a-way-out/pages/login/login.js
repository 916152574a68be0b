Page({
  onUser() {
    my.getOpenUserInfo({
      success: () => my.navigateBack(),
      fail: () => this.onRefused(),
    });
  },
  onRefused() {
    my.navigateBack();
  },
});
