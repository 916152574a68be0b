Page({
  data: { tip: 'Entrar' },

  async open() {
    try {
      const { authCode } = await my.getAuthCode({ scopes: 'auth_user' });
      my.request({ url: 'https://api.example.com/login', data: { authCode } });
    } catch (error) {
      this.refused();
    }
  },

  refused() {
    this.setData({ tip: 'Sin acceso' });
    this.again(); //~ prompt-loop
  },

  again() {
    this.setData({ tip: 'Entrar' });
    this.open();
  },
});
