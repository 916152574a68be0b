const app = getApp();

Page({
  data: { saldo: '-' },

  onShow() {
    // sin sesión también después de un rechazo
    if (!app.haySesion()) this.entrar();
  },

  entrar() {
    my.getAuthCode({ //~ prompt-on-page-load
      //~^ prompt-loop
      scopes: 'auth_user',
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/saldo', data: { authCode } }),
      fail: () => {
        app.globalData.rechazado = true;
        this.setData({ saldo: 'no disponible' });
      },
    });
  },
});
