const espera = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

Page({
  data: { code: '' },

  // Un rechazo sale del bucle.
  async entrar(): Promise<void> {
    for (const scope of ['auth_user']) {
      try {
        const { authCode } = await my.getAuthCode({ scopes: [scope] });
        this.setData({ code: authCode });
      } catch {
        my.showToast({ content: 'Puede seguir sin entrar' });
        break;
      }
    }
  },

  async preguntar(): Promise<void> {
    while (!this.data.code) {
      try {
        const { authCode } = await my.getAuthCode({ scopes: ['auth_user'] });
        this.setData({ code: authCode });
      } catch {
        const { confirm } = await my.confirm({ content: '¿Otra vez?' });
        if (!confirm) return;
      }
    }
  },

  // Lo que se repite es la petición a nuestro servidor.
  async reintentar(): Promise<void> {
    const { authCode } = await my.getAuthCode({ scopes: ['auth_user'] }).catch(() => ({ authCode: '' }));
    if (!authCode) return;
    for (let times = 0; times < 3; times += 1) {
      try {
        await my.request({ url: 'https://api.example.com/entrar', data: { times } });
        return;
      } catch {
        await espera(500);
      }
    }
  },

  async mandar(): Promise<void> {
    while (true) {
      const { authCode } = await my.getAuthCode({ scopes: ['auth_base'] });
      if (authCode) return this.setData({ code: authCode });
    }
  },
});
