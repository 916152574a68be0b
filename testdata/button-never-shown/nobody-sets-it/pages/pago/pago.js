Page({
  data: { paso: 1, abierto: false, nombre: '' },

  aceptar() {
    my.getOpenUserInfo({
      success: (res) => {
        const { response } = JSON.parse(res.response);
        if (response.code === '10000') this.setData({ nombre: response.nickName });
      },
      fail: () => this.cerrar(),
    });
  },

  cerrar() {
    this.setData({ abierto: false });
    my.showToast({ content: 'Puede escribir su nombre' });
  },
});
