const result = require('../../utils/result');

Page({
  data: { nickName: '' },

  async onAuthorized() {
    try {
      const { response } = await my.getOpenUserInfo();
      const info = result.guard({ ...JSON.parse(response).response });
      this.setData({ nickName: info.nickName });
    } catch {
      this.onRefused();
    }
  },

  onRefused() {
    my.showToast({ content: 'Silakan tulis nama Anda' });
  },
});
