Page({
  entrar() {
    my.getAuthCode({
      scopes: ['auth_user'],
      complete: (res) => {
        if (!res.authCode) return this.entrar(); //~ prompt-loop
        this.enviar(res.authCode);
      },
    });
  },

  afiliar() {
    my.getAuthCode({
      scopes: ['auth_user'],
      fail: this.afiliar, //~^^ prompt-loop
      success: ({ authCode }) => this.enviar(authCode),
    });
  },

  canjear: function () {
    var that = this;
    my.getAuthCode({ scopes: 'auth_user' }).then(
      function (res) { that.enviar(res.authCode); },
      function () { that.canjear(); }, //~ prompt-loop
    );
  },

  enviar(code) {
    my.request({ url: 'https://api.example.com/sesion', data: { code } });
  },
});
