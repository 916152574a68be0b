const bus = require('../../lib/bus');

Page({
  data: { guest: '' },

  onLoad() {
    bus.on('guest', (guest) => this.setData({ guest }));
    bus.on('login', () => my.navigateTo({ url: '/pages/mine/mine' }));
  },
});
