Page({
  data: { saludo: 'Hola' },

  abrir() {
    my.navigateTo({ url: '/pages/cuenta/cuenta' });
  },
});
