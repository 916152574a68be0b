import * as format from '../../utils/format';
import { label, body, same } from '../../utils/format';

const trimmed = (res) => res.authCode.trim();

Page({
  entrar() {
    my.getAuthCode({ scopes: 'auth_base', success: (res) => {
      console.log(label('código', res.authCode)); //~ leaked-auth-code
      console.log(label('ámbitos', res.authSuccessScopes))
      console.log(format.text('登录', res), format.both('a', 'b')); //~ leaked-auth-code
      console.log(format.both('a', res.authCode)); //~ leaked-auth-code
      console.log(trimmed(res)); //~ leaked-auth-code
      console.log(format.masked(res.authCode), format.state(res));
      console.log(format.text('登录', format.sinCodigo(res)));
      console.log(JSON.stringify(res, (key, value) => (key === 'authCode' ? '***' : value)));
      console.log(res && 'código recibido');

      my.navigateTo({ url: format.address('/pages/other/other', { code: res.authCode }) }); //~ leaked-auth-code: address of a page
      my.navigateTo({ url: format.address('/pages/other/other', { code: 'INVIERNO' }) });
      my.request({ url: format.address('https://api.tienda.example/entrar', { code: res.authCode }) });
    } });
  },

  async guardar() {
    const { authCode } = await my.getAuthCode({ scopes: 'auth_base' });
    my.setStorageSync({ key: 'login', data: body(authCode, { from: 'home' }) }); //~ reused-auth-code
    my.setStorageSync({ key: 'pago', data: body(this.data.cupon, {}) });
    console.log(await same(authCode)) //~ leaked-auth-code
    console.log(await same('nada'));
    const pedido = body(authCode);
    console.log('标识', pedido.t, pedido.code); //~ leaked-auth-code
    console.log(pedido.t);
  },

  data: { cupon: '' },
});
