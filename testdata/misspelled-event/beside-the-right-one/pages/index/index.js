Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), isPhone: false },

  onOk() {
    my.showToast({ content: '好' });
  },

  onAuthError() {
    my.showToast({ content: '也可以手动填写' });
  },

  skip() {
    this.setData({ isPhone: true });
    my.navigateTo({ url: '/pages/home/home' });
  },
});
