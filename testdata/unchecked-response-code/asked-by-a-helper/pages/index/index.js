const { isGood } = require('../../utils/result');

Page({
  data: { nickName: '', info: {} },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (!isGood(info)) return this.onRefused();
        this.setData({ nickName: info.nickName, info });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: 'Silakan tulis nama Anda' });
  },
});
