const PERMISO = 'phoneNumber';

Page({
  data: { puede: my.canIUse('button.open-type.getAuthorize'), permiso: PERMISO, nombre: '' },

  alAceptar() {
    my.getOpenUserInfo({ //~ scope-mismatch
      success: (res) => {
        const usuario = JSON.parse(res.response).response;
        if (usuario.code === '10000') this.setData({ nombre: usuario.nickName });
      },
      fail: () => this.alRechazar(),
    });
  },

  alRechazar() {
    my.showToast({ content: 'Puede escribirlo a mano' });
  },

  alEscribir(e) {
    this.setData({ nombre: e.detail.value });
  },
});
