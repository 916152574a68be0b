const hide = (code) => `${code.slice(0, 2)}***`;

Page({
  entrar() {
    my.getAuthCode({
      scopes: ['auth_user'],
      success: (res) => {
        // 日志里不留授权码
        console.log('auth', { ...res, authCode: '***' });
        console.log('auth', { ...res, authCode: hide(res.authCode) });
        const { authCode, ...safe } = res;
        console.log('auth', safe);
        const copia = { ...safe, authCode: '' };
        console.log(JSON.stringify(copia));
        this.enviar(authCode);

        console.log('auth', { authCode: '***', ...res }); //~ leaked-auth-code
        const { authSuccessScopes, ...rest } = res;
        console.log(authSuccessScopes, rest); //~ leaked-auth-code
        console.log({ ...safe, authCode }); //~ leaked-auth-code
      },
      fail: () => my.showToast({ content: 'Puede seguir sin sesión' }),
    });
  },

  // Primero se envía, después se registra lo que queda.
  registrar() {
    my.getAuthCode({ scopes: 'auth_base', success: (res) => {
      this.enviar(res.authCode)
      if (this.data.depurar) {
        console.log('antes', res); //~ leaked-auth-code
      }
      delete res.authCode;
      console.log('después', res, JSON.stringify(res))
      this.setData({ ámbitos: res.authSuccessScopes });
    } });
    my.getAuthCode({ scopes: 'auth_base' }).then((res) => {
      this.enviar(res.authCode);
      res.authCode = '***'
      console.log(res, res.authCode);
      my.alert({ title: '登录', content: `${res.authCode}` });
    });
    my.getAuthCode({ scopes: 'auth_base' }).then((res) => {
      const copia = Object.assign({}, res, { authCode: '***' });
      console.log(copia);
      const entera = Object.assign({ authCode: '***' }, res);
      console.log(entera); //~ leaked-auth-code
      if (this.data.oculto) res.authCode = '***';
      console.log(res); //~ leaked-auth-code
      Object.assign(res, { authCode: res.authCode.length });
      console.log(res);
    });
  },

  enviar(code) {
    my.request({ url: 'https://api.example.com/entrar', method: 'POST', data: { code } });
  },
});
