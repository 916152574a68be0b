const pedir = (scopes) => new Promise((success, fail) => my.getAuthCode({ scopes, success, fail })); //~ undeclared-sensitive-scope: User_Customer_Info

Page({
  async entrar() {
    const { authCode } = await pedir(['User_Base_Info']);
    this.enviar(authCode);
  },

  async recargar() {
    try {
      const { authCode } = await pedir(['User_Customer_Info']);
      this.enviar(authCode);
    } catch (error) {
      my.showToast({ content: 'Escriba su número' });
    }
  },

  enviar(authCode) {
    my.request({ url: 'https://api.example.com/recargas', data: { authCode } });
  },
});
