const { aesDecrypt } = require('mini-crypto');
const app = getApp();

Page({
  data: { phone: '' },

  onPhone(event) {
    const { encryptedData } = event.detail;
    this.setData({ phone: aesDecrypt(encryptedData, app.globalData.key) }); //~ client-phone-decryption
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su teléfono' });
  },
});
