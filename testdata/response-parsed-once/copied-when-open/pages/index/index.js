Page({
  data: { nickName: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const outer = { ...JSON.parse(res.response) };
        // 外层只是一个信封
        const user = { ...outer, ...outer.response };
        const { nickName, code } = Object.assign({}, outer, outer.response);
        if (user.code === '10000' && code === user.code) this.setData({ nickName: user.nickName || nickName });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
