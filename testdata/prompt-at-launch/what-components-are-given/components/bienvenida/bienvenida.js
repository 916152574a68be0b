Component({
  props: { mostrar: false },
  data: { visible: false, puede: my.canIUse('button.open-type.getAuthorize') },

  deriveDataFromProps(siguientes) {
    this.setData({ visible: siguientes.mostrar });
  },

  methods: {
    alAutorizar() {
      my.getPhoneNumber({
        success: (res) => my.request({ url: 'https://api.tienda.example.com/telefono', data: { body: res.response } }),
        fail: () => this.alRechazar(),
      });
    },

    alRechazar() {
      my.showToast({ content: 'Escriba su número' });
    },
  },
});
