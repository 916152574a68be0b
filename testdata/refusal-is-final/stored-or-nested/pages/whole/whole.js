Page({
  data: { state: { denied: false } },

  onShow() {
    this.setData({ state: this.fresh() });
  },

  fresh() {
    return { denied: false };
  },

  ok() {
    my.navigateBack();
  },

  no() {
    this.setData({ 'state.denied': true });
    my.showToast({ content: 'Ditolak' });
  },
});
