const preguntar = (content) =>
  new Promise((resolve) => {
    my.confirm({ content, success: ({ confirm }) => resolve(confirm) });
  });

const confirmar = (content) => new Promise((resolve) => {
  my.confirm({ content, success: (res) => { resolve(res.confirm ? true : false) }, fail: () => resolve(false) });
});

Page({
  async renovar() {
    try {
      this.enviar(await my.getAuthCode({ scopes: 'auth_user' }));
    } catch (e) {
      const otra = await confirmar('¿Renovar la tarjeta?');
      if (!otra) return;
      this.renovar();
    }
  },

  async vincular() {
    try {
      this.enviar(await my.getAuthCode({ scopes: 'auth_user' }));
    } catch (e) {
      const deacuerdo = await preguntar('¿Intentar de nuevo?');
      if (deacuerdo) { this.vincular(); }
      else { this.vincular() } //~ prompt-loop
    }
  },

  async activar() {
    try {
      this.enviar(await my.getAuthCode({ scopes: 'auth_user' }));
    } catch (e) {
      const salir = await preguntar('¿Seguir sin tarjeta?');
      if (salir) return;
      this.activar(); //~ prompt-loop
    }
  },

  canjear() {
    my.getAuthCode({
      scopes: ['auth_user'],
      success: (res) => this.enviar(res),
      fail: async () => {
        if (!(await this.yaInsistio('canje'))) this.canjear();
      },
    });
  },

  async yaInsistio(clave) {
    const { data } = my.getStorageSync({ key: clave });
    my.setStorageSync({ key: clave, data: 1 });
    return data;
  },

  enviar({ authCode }) {
    my.request({ url: 'https://api.example.com/tarjeta', method: 'POST', data: { authCode } });
  },
});
