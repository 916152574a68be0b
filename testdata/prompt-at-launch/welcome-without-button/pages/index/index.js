Page({
  data: { welcome: true },

  onLoad() {
    my.alert({ title: '欢迎', content: '授权登录可享更多优惠' });
  },

  close() {
    this.setData({ welcome: false });
  },

  shop() {
    my.navigateTo({ url: '/pages/shop/shop' });
  },
});
