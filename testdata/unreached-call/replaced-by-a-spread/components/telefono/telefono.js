import manual from '../../common/manual';

Component({
  data: { telefono: '', escribir: false },
  methods: {
    pedirTelefono() {
      my.getPhoneNumber({ //~ unreached-call
        success: (res) => this.setData({ telefono: res.response }),
        fail: () => my.showToast({ content: 'Escriba su número' }),
      });
    },
    ...manual,
  },
});
