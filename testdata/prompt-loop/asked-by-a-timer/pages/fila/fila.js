Page({
  formarse() {
    const reloj = setInterval(() => {
      my.getAuthCode({
        scopes: 'auth_user',
        success: ({ authCode }) => { clearInterval(reloj); this.enviar(authCode); },
        fail: () => this.parar(reloj),
      });
    }, 5000);
  },
  parar(reloj) { clearInterval(reloj); my.showToast({ content: 'Puede formarse en la sucursal' }); },
  enviar(authCode) { my.request({ url: 'https://api.example.com/fila', data: { authCode } }); },
});
