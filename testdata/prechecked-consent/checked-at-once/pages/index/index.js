Page({
  data: { agree: true, words: '同意《服务协议》' },
  onAgree(e) {
    this.setData({ agree: e.detail.value });
  },
  open() {
    my.navigateTo({ url: '/pages/signup/signup' });
  },
});
