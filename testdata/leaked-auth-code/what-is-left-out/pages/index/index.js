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

  enviar(code) {
    my.request({ url: 'https://api.example.com/entrar', method: 'POST', data: { code } });
  },
});
