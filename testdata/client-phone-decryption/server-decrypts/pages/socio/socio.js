import CryptoJS from 'crypto-js';

const app = getApp();

Page({
  data: { phone: '', cupon: '' },

  onPhone() {
    my.getPhoneNumber({
      success: (res) => this.send(res.response),
      fail: () => this.onRefused(),
    });
  },

  // Lo cifrado aquí es nuestro cupón, no el teléfono.
  send(encrypted) {
    my.request({
      url: 'https://api.example.com/telefono',
      method: 'POST',
      data: { encrypted },
      success: ({ data }) => {
        const cupon = CryptoJS.AES.decrypt(data.cupon, app.globalData.key);
        this.setData({ phone: data.phone, cupon: cupon.toString(CryptoJS.enc.Utf8) });
      },
    });
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su teléfono' });
  },
});
