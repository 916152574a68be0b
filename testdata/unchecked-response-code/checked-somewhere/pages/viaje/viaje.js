Page({
  data: { nickName: '' },

  // El servidor comprueba la respuesta y devuelve lo que guardó.
  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        my.request({
          url: 'https://api.example.com/pasajeros',
          method: 'POST',
          data: { info: JSON.stringify(info) },
          success: ({ data }) => this.setData({ nickName: data.nickName }),
        });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
