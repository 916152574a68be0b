const app = getApp();

Page({
  data: { userInfo: { nickName: '' } },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const userInfo = JSON.parse(res.response).response;
        if (userInfo.code !== '10000') return this.onRefused();
        app.globalData.userInfo = userInfo;
        this.setData({ userInfo });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
