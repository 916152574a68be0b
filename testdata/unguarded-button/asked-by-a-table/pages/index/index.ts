import { admite } from '../../lib/soporte';

Page({
  data: { admite, alias: '' },

  alAceptar(): void {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (info.code === '10000') this.setData({ alias: info.nickName });
      },
      fail: () => this.alRechazar(),
    });
  },

  alRechazar(): void {
    my.showToast({ content: 'Puede escribir su alias' });
  },
});
