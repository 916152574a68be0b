const app = getApp();

Page({
  data: { nickName: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => this.register(JSON.parse(res.response).response),
      fail: () => this.onRefused(),
    });
  },

  register(userInfo) {
    const { avatar, nickName } = userInfo; //~ unchecked-response-code: `avatar`
    app.globalData.userInfo = userInfo;
    my.request({
      url: 'https://api.example.com/members',
      method: 'POST',
      data: { avatar, nickName },
      success: (res) => {
        if (res.data.code === 0) this.setData({ nickName });
      },
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
