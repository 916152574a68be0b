Page({
  data: { user: null, perfil: null, visita: undefined, nombre: '' },

  onLoad(): void {
    this.setData({ nombre: getApp<any>().globalData.nombre, perfil: my.getStorageSync({ key: 'perfil' }).data });
  },

  onOk(): void {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ user, perfil: user, visita: user });
      },
      fail: () => this.onNo(),
    });
  },

  onNo(): void {
    my.showToast({ content: 'Puede seguir mirando' });
  },
});
