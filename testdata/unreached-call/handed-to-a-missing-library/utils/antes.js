export const antes = 'Hola';

export const acciones = {
  leer(listo) {
    my.getOpenUserInfo({ //~ unreached-call
      success: (res) => {
        const perfil = JSON.parse(res.response).response;
        if (perfil.code === '10000') listo(perfil.nickName);
      },
      fail: () => my.showToast({ content: '请手动填写昵称' }),
    });
  },
};
