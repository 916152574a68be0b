Page({
  data: { state: { denied: false, name: '' } },

  ok() {
    my.navigateBack();
  },

  no() {
    this.setData({ 'state.name': '-', 'state.denied': true }); //~ refusal-is-final
    my.showToast({ content: 'Ditolak' });
  },
});
