Page({
  abrir() {
    my.navigateTo({ url: '/pages/perfil/perfil' });
  },
});
