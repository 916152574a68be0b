import { yaRechazo, recordarRechazo } from '../../utils/permiso';

Page({
  data: { puntos: 0 },

  onShow() {
    if (!yaRechazo()) this.entrar();
  },

  entrar() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/puntos', data: { authCode } }),
      fail: () => {
        recordarRechazo();
        my.showToast({ content: 'Puede consultar sus puntos en la caja' });
      },
    });
  },
});
