Component({
  props: { alAbrir: false },
  data: { visible: false, puede: my.canIUse('button.open-type.getAuthorize') },

  didMount() {
    if (this.props.alAbrir) {
      this.abrir();
    }
  },

  methods: {
    abrir() { this.setData({ visible: true }) },

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
