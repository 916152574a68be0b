Page({
  data: { nombre: '', grande: true },

  onLoad() {
    this.canIUse = my.canIUse('button.open-type.getAuthorize');
  },

  onUser() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nombre: user.nickName });
      },
      fail: () => this.alRechazar(),
    });
  },

  alRechazar() {
    my.showToast({ content: '可以稍后再授权' });
    this.setData({ grande: false });
  },
});
