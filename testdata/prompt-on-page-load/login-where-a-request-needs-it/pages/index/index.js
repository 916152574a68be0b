import { request } from '../../utils/request';

Page({
  data: { banners: [] },

  async onLoad() {
    const banners = await request({ url: 'https://api.example.com/banners', headers: {} });
    this.setData({ banners });
  },
});
