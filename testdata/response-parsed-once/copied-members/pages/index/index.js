Page({
  data: { nickName: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = { ...JSON.parse(res.response), from: 'alipay' };
        if (user.nickName) this.setData({ nickName: user.nickName, from: user.from }); //~ response-parsed-once: `nickName`
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
