Page({
  data: { nombre: '' },
  guardar(nombre) {
    this.setData({ nombre });
  },
  escribir() {
    my.navigateTo({ url: '/pages/cita/cita' });
  },
});
