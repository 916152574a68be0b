import { get } from '../../utils/request';

Page({
  data: { products: [], offline: false },

  onLoad() {
    this.loadProducts();
  },

  onPullDownRefresh() {
    this.loadProducts().then(() => my.stopPullDownRefresh());
  },

  async loadProducts() {
    try {
      const products = await get('/products');
      this.setData({ products, offline: false });
    } catch (error) {
      this.setData({ offline: true });
    }
  },

  openProduct(id) {
    my.navigateTo({ url: `/pages/product/product?id=${id}` });
  },
});
