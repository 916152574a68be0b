Page({
  data: { acepto: false, terminos: false, datos: false, antes: false },

  onLoad(query) {
    this.preparar();
    if (query.terminos === 'si') this.setData({ terminos: true });
    if (query.antes) this.recordar();
    my.request({
      url: 'https://api.example.com/acuerdos',
      success: () => this.setData({ datos: true }),
    });
  },

  preparar() {
    this.setData({ acepto: true });
  },

  recordar() {
    this.setData({ antes: true });
  },

  marcar(e) {
    this.setData({ acepto: e.detail.value });
  },
});
