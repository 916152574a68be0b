Page({
  data: { titulo: 'Tienda', abierto: false },

  abrir() {
    this.setData({ abierto: true });
  },
});
