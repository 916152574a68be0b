import { getMenu } from '../../config/api';

Page({
  data: { menu: [] },
  async onLoad() {
    const menu = await getMenu({ city: '佛山' });
    this.setData({ menu });
  },
  open() {
    my.navigateTo({ url: '/pages/auth/auth' });
  },
});
