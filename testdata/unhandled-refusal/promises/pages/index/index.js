const send = (authCode) =>
  my.request({ url: 'https://api.example.com/session', method: 'POST', data: { authCode } });

Page({
  async pay() {
    const { authCode } = await this.ask();
    send(authCode);
  },

  async ask() {
    try {
      await my.getSystemInfo();
    } catch (error) {
      my.showToast({ content: 'Sin datos del equipo' });
    }
    return my.getAuthCode({ scopes: 'auth_user' }); //~ unhandled-refusal
  },

  save() {
    const asked = my.getAuthCode({ scopes: 'auth_user' }); //~ unhandled-refusal
    asked.then(({ authCode }) => send(authCode)).finally(() => my.hideLoading());
  },

  async share() {
    try {
      const { authCode } = await my.getAuthCode({ scopes: 'auth_user' }); //~ unhandled-refusal
      send(authCode);
    } finally {
      my.hideLoading();
    }
  },
});
