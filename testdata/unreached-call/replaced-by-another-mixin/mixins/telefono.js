// 手机号：各组件自己决定怎么填
export default Mixin({
  didMount() {
    this.pedirTelefono();
  },

  methods: {
    pedirTelefono() {
      my.getPhoneNumber({ //~ unreached-call
        success: (res) => my.request({ url: 'https://api.tienda.example.com/telefono', data: { body: res.response } }),
        fail: () => my.showToast({ content: 'Escriba su número' }),
      });
    },
  },
});
