Component({
  data: { permiso: '' },

  didMount() {
    this.setData({ permiso: this.props.corto ? 'userInfo' : 'phoneNumber' });
  },

  methods: {
    alAceptar() { this.props.onListo(); },
    alRechazar() { my.showToast({ content: 'Puede escribirlo a mano' }); },
  },
});
