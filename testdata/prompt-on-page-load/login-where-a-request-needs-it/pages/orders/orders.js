import { request } from '../../utils/request';

Page({
  data: { orders: [] },

  async onLoad() {
    const orders = await request({ url: 'https://api.example.com/orders', requireLogin: true });
    this.setData({ orders });
  },
});
