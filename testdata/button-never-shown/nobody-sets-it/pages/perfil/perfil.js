Page({
  data: { paso: 1, nombre: '' },

  seguir() {
    this.setData({ paso: this.data.paso + 1 });
  },

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
    my.showToast({ content: 'Escriba su nombre' });
  },

  escribir(e) {
    this.setData({ nombre: e.detail.value });
  },
});
