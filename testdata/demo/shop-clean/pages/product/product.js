import { get } from '../../utils/request';

const app = getApp();

Page({
  data: { product: null },

  async onLoad({ id }) {
    try {
      this.setData({ product: await get('/products', { id }) });
    } catch (error) {
      my.showToast({ content: '商品加载失败 · No se pudo cargar' });
    }
  },

  addToCart() {
    app.globalData.cart.push(this.data.product);
    my.showToast({ type: 'success', content: '已加入购物车 · Añadido' });
  },

  buy() {
    app.globalData.cart.push(this.data.product);
    my.navigateTo({ url: '/pages/checkout/checkout' });
  },
});
