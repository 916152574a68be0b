import manual from '../../common/manual';

Page(Object.assign({
  data: { nombre: '' },

  onLoad() {
    my.getAuthCode({
      scopes: 'auth_user',
      fail: () => my.showToast({ content: '登录失败，可以先浏览' }),
    });
  },

  leerNombre() {
    my.getOpenUserInfo({ //~ unreached-call
      success: (res) => {
        const perfil = JSON.parse(res.response).response;
        if (perfil.code === '10000') this.setData({ nombre: perfil.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请手动填写' }),
    });
  },
}, manual));
