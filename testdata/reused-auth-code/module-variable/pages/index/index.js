let codigo = '';
let ultimo;

Page({
  entrar() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => {
        codigo = authCode; //~ reused-auth-code
        my.request({ url: 'https://api.example.com/entrar', data: { codigo } });
        ultimo = authCode.length;
      },
      fail: () => {},
    });
  },

  canjear() {
    my.request({ url: 'https://api.example.com/canje', data: { codigo, ultimo } });
  },
});
