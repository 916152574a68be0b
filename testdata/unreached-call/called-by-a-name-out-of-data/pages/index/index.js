Page({
  data: {
    telefono: '',
    nombre: '',
    // 菜单项由后台配置
    menu: [],
  },

  onLoad() {
    my.request({
      url: 'https://api.tienda.example.com/menu',
      success: ({ data }) => this.setData({ menu: data.items }),
    });
  },

  despachar(e) {
    this[e.currentTarget.dataset.fn](e);
  },

  vincular() {
    my.getPhoneNumber({
      success: (res) => my.request({ url: 'https://api.tienda.example.com/telefono', data: { body: res.response } }),
      fail: () => my.showToast({ content: 'Escriba su número' }),
    });
  },
});
