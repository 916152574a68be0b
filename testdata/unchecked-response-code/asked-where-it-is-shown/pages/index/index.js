Page({
  data: { user: null },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        this.setData({ user: JSON.parse(res.response).response });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
