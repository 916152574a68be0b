Page({
  ok() {
    my.navigateBack();
  },

  no() {
    my.showToast({ content: 'Complete a mano' });
  },
});
