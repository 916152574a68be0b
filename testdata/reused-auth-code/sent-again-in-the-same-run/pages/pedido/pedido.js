import { post, track, report, twice } from '../../services/http';

Page({
  async entrar() {
    const { authCode } = await my.getAuthCode({ scopes: 'auth_base' });
    const sesion = await post('/entrar', { code: authCode });
    if (sesion.data.nuevo) {
      await post('/alta', { code: authCode, origen: 'pedido' }); //~ reused-auth-code: second time
    }
  },

  sellar() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        post('/sello', { code: res.authCode });
        track('sello', { code: res.authCode }); //~ reused-auth-code
      },
    });
  },

  // 各用一次
  async pagar() {
    const { authCode } = await my.getAuthCode({ scopes: 'auth_base' });
    if (this.data.rapido) {
      await post('/pago/rapido', { code: authCode });
    } else {
      await post('/pago', { code: authCode });
    }
    track('pago', { rapido: this.data.rapido });
    report('pago', { code: authCode, tienda: 7 });
  },

  async probar() {
    const { authCode } = await my.getAuthCode({ scopes: 'auth_base' });
    twice(authCode);
  },
});
