Page({
  data: { marco: {}, ayuda: '', estado: '' },

  onShow() {
    const vista = this;
    my.getAuthCode({ scopes: 'auth_base' }).then(({ authCode }) => {
      const url = 'https://h5.example.com/pagar?code=' + authCode;
      vista.setData({ marco: { url, token: 'abc' } }); //~ leaked-auth-code
      vista.setData({ 'marco.url': 'https://h5.example.com/pagar', estado: 'Código recibido' });
    });
  },

  // La sesión del servidor propio no es un código.
  entrar() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        my.request({
          url: 'https://api.example.com/entrar',
          data: { code: res.authCode },
          success: ({ data }) => this.setData({ ayuda: 'https://h5.example.com/ayuda?s=' + data.session }),
        });
      },
    });
  },
});
