export default Mixin({
  didMount() {
    this.leerApodo();
  },

  methods: {
    leerApodo() {
      my.getOpenUserInfo({ //~ call-outside-authorize: from `didMount`
        success: (res) => {
          const perfil = JSON.parse(res.response).response;
          if (perfil.code === '10000') this.setData({ apodo: perfil.nickName });
        },
        fail: () => my.showToast({ content: 'Escriba su apodo' }),
      });
    },
    mostrar() {
      this.pedirTelefono();
    },
  },
});
