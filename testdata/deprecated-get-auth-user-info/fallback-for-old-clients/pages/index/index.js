Page({
  data: { nickName: '', hasButton: my.canIUse('button.open-type.getAuthorize') },

  onUser() {
    my.getOpenUserInfo({
      success: (res) => this.show(JSON.parse(res.response).response),
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '可以手动填写昵称' });
  },

  login() {
    if (my.canIUse('getOpenUserInfo')) {
      my.showToast({ content: '请点授权按钮' });
    } else {
      my.getAuthCode({
        scopes: 'auth_user',
        success: () => my.getAuthUserInfo({ success: (user) => this.show(user) }),
        fail: () => this.onRefused(),
      });
    }
  },

  show({ nickName }) {
    this.setData({ nickName: nickName || '会员' });
  },
});
