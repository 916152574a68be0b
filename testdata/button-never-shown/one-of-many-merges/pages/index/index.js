import { user, city } from '../../api/models';

Page({
  data: { ciudad: '', nombre: '', canIUseAuthButton: my.canIUse('button.open-type.getAuthorize') },

  cargar() {
    my.request({
      url: 'https://api.tienda.example.com/ciudad',
      success: ({ data }) => this.setData({ ciudad: city(data).name }),
    });
  },

  leer() {
    my.getOpenUserInfo({
      success: (res) => {
        const perfil = JSON.parse(res.response).response;
        if (perfil.code === '10000') this.setData({ nombre: user({ nick_name: perfil.nickName }).nickName });
      },
      fail: () => this.avisar(),
    });
  },

  avisar() {
    my.showToast({ content: 'Puede escribir su apodo' });
  },
});
