Page({
  data: { socio: {}, otro: {} },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (info.code !== '10000') return;
        const socio = { nivel: 1, ...info, realName: this.data.otro.realName };
        this.setData({ socio });
        my.request({ url: 'https://api.example.com/' + socio.userId + socio.nivel }); //~ identity-from-user-info: `userId`
        my.getStorage({
          key: 'socio',
          success: ({ data }) => {
            const guardado = { ...info, ...data };
            this.setData({ otro: { userId: guardado.userId } });
          },
        });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su alias' });
  },
});
