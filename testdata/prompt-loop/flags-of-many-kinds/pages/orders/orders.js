Page({
  data: { title: 'Pedidos', primera: true, visible: true },

  onShow() {
    if (this.data.primera) {
      this.preguntar();
    }
    if (this.data.visible === true && this.data.title) {
      this.insistir();
    }
  },

  insistir() {
    this.setData({ visible: true });
    my.getAuthCode({ //~ prompt-on-page-load
      //~^ prompt-loop
      scopes: 'auth_user',
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/pedidos', data: { authCode } }),
      fail: () => my.showToast({ content: 'Puede seguir sin sesión' }),
    });
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
