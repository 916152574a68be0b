Page({
  data: { title: 'Pedidos', primera: true },

  onShow() {
    if (this.data.primera) {
      this.preguntar();
    }
  },

  preguntar() {
    this.setData({ primera: false });
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: ['auth_user'],
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/pedidos', data: { authCode } }),
      fail: () => this.setData({ title: 'Pedidos (sin sesión)' }),
    });
  },
});
