Page({
  data: { avatar: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = Object.assign({}, JSON.parse(res.response)); //~ response-parsed-once: `avatar`
        const { avatar, ...rest } = user;
        if (avatar) this.setData({ avatar, rest });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
