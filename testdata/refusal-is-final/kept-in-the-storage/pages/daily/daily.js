const DAY = 24 * 60 * 60 * 1000;

Page({
  data: { visible: false, ready: my.canIUse('button.open-type.getAuthorize') },

  onLoad() {
    const { data: last } = my.getStorageSync({ key: 'askedAt' });
    this.setData({ visible: !last || Date.now() - last > DAY });
  },

  allow() {
    this.buy();
  },

  // 明天再问
  refuse() {
    my.setStorageSync({ key: 'askedAt', data: Date.now() });
    my.showToast({ content: '好的' });
  },

  buy() {
    my.navigateTo({ url: '/pages/buy/buy' });
  },
});
