const acciones = {
  leer() {
    my.getOpenUserInfo({
      success: (res) => {
        const perfil = JSON.parse(res.response).response;
        if (perfil.code === '10000') this.setData({ nombre: perfil.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请手动填写' }),
    });
  },
  salir() {
    this.setData({ nombre: '' });
  },
};

Page({
  data: { nombre: '', accion: 'salir', texto: '退出' },

  pulsar({ target }) {
    acciones[target.dataset.accion].call(this);
  },
});
