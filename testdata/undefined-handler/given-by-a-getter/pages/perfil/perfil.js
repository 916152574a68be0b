Page({
  data: { nombre: '', canUse: my.canIUse('button.open-type.getAuthorize') },

  alAceptar(evento) {
    this.setData({ nombre: evento.detail.userInfo.nickName });
  },

  get sinPermiso() {
    return () => my.navigateTo({ url: '/pages/formulario/formulario' });
  },

  set sinDatos(valor) {
    this.valor = valor;
  },
});
