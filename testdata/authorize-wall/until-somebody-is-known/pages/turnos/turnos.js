Page({
  data: { conocido: false, socio: {} },

  onLoad() {
    const { data } = my.getStorageSync({ key: 'socio' });
    if (data) this.setData({ conocido: true, socio: data });
  },

  alAceptar() {
    my.getPhoneNumber({
      success: (res) => this.setData({ conocido: true, socio: { nombre: '', respuesta: res.response } }),
      fail: () => this.alRechazar(),
    });
  },

  alRechazar() {
    my.showToast({ content: 'Puede llamar a la recepción' });
  },

  pedir() {
    my.showToast({ content: 'Turno pedido' });
  },

  escribir() {},
});
