Page({
  data: { nombre: '', simple: false },

  onLoad({ simple }) {
    this.setData({ simple, canIUse: my.canIUse('button.open-type.getAuthorize') });
  },

  onUser() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nombre: user.nickName });
      },
      fail: () => this.alFallar(),
    });
  },

  onPhone() {
    my.getPhoneNumber({
      success: (res) => my.request({ url: 'https://api.example.com/telefono', data: { body: res.response } }),
      fail: () => this.alFallar(),
    });
  },

  alFallar() {
    my.showToast({ content: 'Puede escribirlo a mano' });
  },
});
