import { RUTAS } from '../../lib/routes';
import sdk from 'alipay-sdk-web';

Page({
  entrar() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => my.request({ url: RUTAS.puente + RUTAS.token, data: { authCode, sdk } }),
      fail: () => undefined,
    });
  },
});
