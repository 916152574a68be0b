Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), done: false, loading: false },

  onGetAuthorize() {
    this.setData({ done: true, loading: false });
  },

  onAuthError() {
    my.showToast({ content: '也可以手动填写' });
  },

  skip() {
    this.setData({ loading: true });
    my.navigateTo({ url: '/pages/home/home' });
  },
});
