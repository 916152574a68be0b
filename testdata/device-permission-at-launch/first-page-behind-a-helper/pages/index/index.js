import { locate } from '../../place';

Page({
  data: { city: '' },

  async onShow() {
    try {
      const { city } = await locate();
      this.setData({ city });
    } catch {
      this.setData({ city: '杭州' });
    }
  },

  login() {
    locate();
  },
});
