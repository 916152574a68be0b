Page({
  data: { visible: true, ready: my.canIUse('button.open-type.getAuthorize') },

  onLoad() {
    const count = my.getStorageSync({ key: 'refusals' }).data || 0;
    this.setData({ visible: count < 3 });
  },

  allow() {
    this.buy();
  },

  refuse() {
    const count = my.getStorageSync({ key: 'refusals' }).data || 0;
    my.setStorageSync({ key: 'refusals', data: count + 1 });
    my.showToast({ content: 'Sin registro no hay puntos' });
  },

  buy() {
    my.navigateTo({ url: '/pages/buy/buy' });
  },
});
