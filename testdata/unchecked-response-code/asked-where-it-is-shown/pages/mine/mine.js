Page({
  data: { alias: '', profile: {} },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        this.setData({ alias: info.nickName });
      },
      fail: () => this.onRefused(),
    });
  },

  onProfile() {
    my.getOpenUserInfo({
      success: (res) => this.setData({ profile: JSON.parse(res.response).response }),
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
