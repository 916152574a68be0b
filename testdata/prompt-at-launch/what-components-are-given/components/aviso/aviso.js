Component({
  props: { mostrar: true },
  data: { visible: false, puede: my.canIUse('button.open-type.getAuthorize') },

  didMount() {
    this.setData({ visible: this.props.mostrar });
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
