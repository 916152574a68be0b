const usuario = {
  perfil: null,

  iniciar() {
    return this.entrar('auth_base');
  },

  entrar(scopes) {
    return new Promise((resolve, reject) => {
      my.getAuthCode({ scopes, success: resolve, fail: reject });
    });
  },

  actualizar() {
    this.leer();
  },

  leer() {
    my.getOpenUserInfo({ //~ call-outside-authorize: from the handler `onTap`
      success: (res) => {
        const datos = JSON.parse(res.response).response;
        if (datos.code === '10000') this.perfil = datos.nickName;
      },
      fail: () => my.showToast({ content: '获取失败，请手动填写' }),
    });
  },
};

export default usuario;
