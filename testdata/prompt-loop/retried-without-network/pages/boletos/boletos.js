const SIN_RED = 12;

Page({
  comprar() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => this.enviar(authCode),
      fail: (falla) => {
        switch (falla.error) {
          case SIN_RED:
            this.comprar();
            break;
          case 3: case 10: case 11:
            my.showToast({ content: 'Puede comprar sin cuenta' });
            break;
          default:
            my.exitMiniProgram();
        }
      },
    });
  },

  salir() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => this.enviar(authCode),
      fail: (falla) => {
        if (falla.error === SIN_RED) {
          my.exitMiniProgram();
        } else {
          my.navigateBackMiniProgram(); //~ exit-on-refusal
        }
      },
    });
  },

  enviar(authCode) { my.request({ url: 'https://api.example.com/boletos', data: { authCode } }); },
});
