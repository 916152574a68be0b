Component({
  data: { listo: false, puede: my.canIUse('button.open-type.getAuthorize') },
  methods: {
    alAceptar() { this.setData({ listo: true }); },
    alRechazar() { my.showToast({ content: 'Puede escribir su número a mano' }); },
  },
});
