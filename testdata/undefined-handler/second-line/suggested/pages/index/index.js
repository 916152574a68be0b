Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), done: false, loading: false },

  onGetAuthorize() {
    this.setData({ done: true, loading: false });
  },

  onAuthError() {
    my.showToast({ content: '也可以手动填写' });
  },

  onclickLogin() {
    this.setData({ loading: true });
  },

  skip() {
    this.setData({ loading: true });
    my.navigateTo({ url: '/pages/home/home' });
  },

  onAuthErr() {
    my.showToast({ content: '未获得授权，可稍后重试' });
  },

  rechazar() {
    my.showToast({ content: '未获得授权，可稍后重试' });
  },
});
