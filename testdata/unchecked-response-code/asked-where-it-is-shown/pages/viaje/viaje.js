Page({
  data: { pasajero: {}, alias: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        this.setData({ pasajero: JSON.parse(res.response).response });
      },
      fail: () => this.onRefused(),
    });
  },

  onReserve() {
    const { pasajero } = this.data;
    if (!pasajero.nickName) { this.onRefused(); return; }
    my.request({ url: 'https://api.example.com/viajes', data: { alias: pasajero.nickName } });
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su alias' });
  },
});
