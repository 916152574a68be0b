import { fetchPhone } from '../../utils/profile';
import { post } from '../../utils/request';

const app = getApp();

Page({
  data: {
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
    cart: [],
    phone: '',
  },

  onLoad() {
    this.setData({ cart: app.globalData.cart });
  },

  onPhoneInput(event) {
    this.setData({ phone: event.detail.value });
  },

  async onPhoneAuthorized() {
    const response = await fetchPhone();
    if (!response) {
      my.showToast({ content: 'Escriba su teléfono a mano' });
      return;
    }
    const { phone } = await post('/phone', { response });
    this.setData({ phone });
  },

  async order() {
    if (!this.data.phone) {
      my.showToast({ content: 'Falta un teléfono para la entrega' });
      return;
    }
    const { tradeNO } = await post('/orders', { cart: this.data.cart, phone: this.data.phone });
    my.tradePay({
      tradeNO,
      success: () => my.reLaunch({ url: '/pages/index/index' }),
      fail: () => my.showToast({ content: 'El pago no se completó' }),
    });
  },
});
