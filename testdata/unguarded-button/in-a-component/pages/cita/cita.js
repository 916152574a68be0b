Page({
  data: { admite: false },

  onLoad() {
    if (my.canIUse('getPhoneNumber')) this.setData({ admite: true });
  },

  leer() {
    my.getPhoneNumber({
      success: (res) => my.request({ url: 'https://api.example.com/telefono', data: { cifrado: res.response } }),
      fail: () => this.fallo(),
    });
  },

  fallo() {
    my.showToast({ content: 'Escriba su teléfono' });
  },
});
