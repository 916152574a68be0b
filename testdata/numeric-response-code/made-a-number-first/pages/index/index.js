const toNumber = (code) => parseInt(code, 10);

Page({
  data: { nickName: '' },

  onAuthorized() {
    const that = this;
    my.getOpenUserInfo({
      success(res) {
        const info = JSON.parse(res.response).response;
        info.code = +info.code; // 后面都按数字比较
        if (info.code === 10000 && info.code - 0 === 10000 && toNumber(info.code) === 10000) {
          that.setData({ nickName: info.nickName });
        } else that.onRefused();
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
