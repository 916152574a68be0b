Page({
  data: { nickName: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = { vip: false, ...JSON.parse(res.response).response };
        this.setData({ nickName: user.nickName }); //~ unchecked-response-code: `nickName`
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
