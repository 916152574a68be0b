// 1. El usuario abre la billetera. 2. El Mini Programa llama a getAuthCode. 3. AuthCode va al servidor.
App({
  onLaunch() {
    my.getAuthCode({
      success: (res) => this.session(res.authCode),
      fail: () => my.showToast({ content: 'Intente más tarde' }),
    });
  },

  session(authCode) {
    my.request({
      url: 'https://tienda.example.com/api/session',
      method: 'POST',
      data: { authCode },
      success: ({ data }) => my.setStorageSync({ key: 'session', data: data.session }),
    });
  },
});
