Page({
  onUser() {
    my.getOpenUserInfo({ //~ unused-user-info
      success: () => my.navigateBack(),
      fail: () => this.onRefused(),
    });
  },
  onRefused() {
    my.showToast({ content: '可以先逛逛' });
  },
});
