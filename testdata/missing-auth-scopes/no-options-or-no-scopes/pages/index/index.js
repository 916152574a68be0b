const { getAuthCode } = my;

Page({
  async login() {
    my.getAuthCode({ //~ missing-auth-scopes
      success: ({ authCode }) => this.send(authCode),
      fail: () => this.onFail(),
    });
    getAuthCode({ success: this.send, fail: this.onFail }); //~ missing-auth-scopes
    try {
      const { authCode } = await my.getAuthCode(); //~ missing-auth-scopes
      this.send(authCode);
    } catch {
      this.onFail();
    }
  },

  send(authCode) {
    my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
  },

  onFail() {
    my.showToast({ content: 'Silakan masuk dengan nomor ponsel' });
  },
});
