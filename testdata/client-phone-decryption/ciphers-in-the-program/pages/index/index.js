import CryptoJS from 'crypto-js';
import { decrypt } from '../../utils/aes';

const app = getApp();

Page({
  data: { phone: '', cupon: '' },

  onPhone() {
    my.getPhoneNumber({
      success: (res) => {
        let encryptedData = res.response;
        const answer = JSON.parse(decrypt(JSON.parse(encryptedData).response, app.globalData.key));
        if (answer.code === '10000') this.setData({ phone: answer.mobile });
      },
      fail: () => this.onRefused(),
    });
    // 空格还原成加号
    my.getPhoneNumber({
      success: ({ response }) => {
        const sealed = JSON.parse(response).response.replace(/ /g, '+');
        const clave = app.globalData.key.trim();
        this.setData({ phone: CryptoJS.AES.decrypt(sealed, clave).toString() }); //~ client-phone-decryption
        const cupon = CryptoJS.AES.decrypt(this.data.cupon.replace(/ /g, '+'), clave)
        console.log(cupon.toString());
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写手机号' });
  },
});
