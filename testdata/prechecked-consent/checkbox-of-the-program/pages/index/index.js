Page({
  data: { marcada: false },

  alAceptar(marcada) {
    this.setData({ marcada });
  },

  alRecordar(recordar) {
    this.setData({ recordar });
  },

  verPolitica() {
    my.navigateTo({ url: '/pages/join/join' });
  },
});
