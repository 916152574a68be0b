Page({
  data: { nombre: '', canIUse: my.canIUse('button.open-type.getAuthorize') },

  ver() {
    my.navigateTo({ url: '/pages/mine/mine' });
  },

  onUser() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nombre: user.nickName });
      },
      fail: () => this.onAuthError(),
    });
  },

  onAuthError() {
    my.showToast({ content: 'Puede seguir sin registrarse' });
  },
});
