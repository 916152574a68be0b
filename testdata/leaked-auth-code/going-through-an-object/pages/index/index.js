import { query, url, linea, publica, resumen } from '../../utils/query';

Page({
  entrar() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        const datos = { code: res.authCode, canal: 'alipay' };
        console.log(query(datos)); //~ leaked-auth-code
        console.log(linea(res)); //~ leaked-auth-code
        console.log(publica(datos), publica(res), resumen(res));
        console.log(query({ canal: 'alipay' }));
        my.navigateTo({ url: url('/pages/index/index', datos) }); //~ leaked-auth-code: address
        my.navigateTo({ url: url('/pages/index/index', { canal: 'alipay' }) });
        my.request({ url: url('https://api.example.com/entrar', datos) });
      },
    });
  },

  async depurar() {
    const res = await my.getAuthCode({ scopes: 'auth_base' });
    for (const clave in res) {
      console.log(clave, res[clave]); //~ leaked-auth-code
      if (clave === 'authCode') continue;
      console.log('sin código', clave, res[clave]);
    }
    console.log(Object.values(res).join()); //~ leaked-auth-code
    Object.entries(res).forEach(([clave, valor]) => {
      if (valor) console.log(`${clave}: ${valor}`); //~ leaked-auth-code
      if (!/code/i.test(clave)) console.log(valor)
    });
    const nombres = Object.keys(res);
    console.log(nombres, nombres.map((n) => n.length).join());
    console.log(nombres.reduce((todo, n) => todo + n + res[n], '')); //~ leaked-auth-code
  },
});
