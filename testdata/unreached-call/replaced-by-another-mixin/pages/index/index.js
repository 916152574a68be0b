Page({
  data: { saludo: 'Hola' },

  abrir() {
    my.navigateTo({ url: '/pages/ficha/ficha' });
  },
});
