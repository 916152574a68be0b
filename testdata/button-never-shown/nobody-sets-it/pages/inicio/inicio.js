Page({
  data: { cifrado: '' },
  guardar(cifrado) {
    my.request({ url: 'https://api.example.com/telefono', method: 'POST', data: { cifrado } });
  },
  aMano() {
    my.navigateTo({ url: '/pages/perfil/perfil' });
  },
});
