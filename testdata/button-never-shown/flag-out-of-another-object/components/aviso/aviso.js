Component({
  props: { abierto: false, tipo: 'entrada' },

  methods: {
    cerrar() {
      this.setData({ cerrado: true });
    },

    alRechazar() {
      my.showToast({ content: 'Puede escribirlo a mano' });
    },
  },
});
