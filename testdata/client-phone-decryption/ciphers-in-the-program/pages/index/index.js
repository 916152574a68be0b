import { decrypt } from '../../utils/aes';

const app = getApp();

Page({
  data: { phone: '' },

  onPhone() {
    my.getPhoneNumber({
      success: (res) => {
        let encryptedData = res.response;
        const answer = JSON.parse(decrypt(JSON.parse(encryptedData).response, app.globalData.key));
        if (answer.code === '10000') this.setData({ phone: answer.mobile });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写手机号' });
  },
});
