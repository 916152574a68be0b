Page({
  onAuthorized() {
    my.getOpenUserInfo({ success() { my.navigateBack(); }, fail: () => this.onRefused() }); //~ unused-user-info
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
