Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), nickName: '', open: true },

  onUser() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName, open: false });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },

  openIt() {
    this.setData({ open: true });
  },
});
