Page({
  data: { titulo: 'Tienda', abierto: false },

  saludar() {
    my.showToast({ content: 'Bienvenido 欢迎光临' });
  },

  abrir() {
    this.setData({ abierto: true });
  },
});
