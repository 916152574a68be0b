Page({
  data: { show: true },

  onLoad() {
    const later = my.getStorageSync({ key: 'askLater' });
    if (later.data) {
      this.setData({ show: false });
    }
  },

  ok() {
    my.navigateBack();
  },

  no() {
    my.showToast({ content: 'Puede cambiar de idea en Ajustes' });
    my.setStorageSync({ key: 'askLater', data: true });
  },

  onUnload() {
    my.removeStorageSync({ key: 'askLater' });
  },
});
