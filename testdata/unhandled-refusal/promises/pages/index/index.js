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

  async refresh() {
    const [res, place] = await Promise.all([
      my.getAuthCode({ scopes: 'auth_user' }), //~ unhandled-refusal
      this.nearest(),
    ]);
    this.setData({ place });
    send(res.authCode);
  },

  // 会员登录在后台进行，不等待结果
  enter() {
    this.entering = my.getAuthCode({ scopes: 'auth_user' }).then(({ authCode }) => send(authCode)); //~ unhandled-refusal
  },

  vote() {
    my.getAuthCode({ //~ unhandled-refusal
      scopes: 'auth_user', fail: null,
      success: ({ authCode }) => send(authCode),
    });
  },

  async nearest() { return 'Centro'; },
});
