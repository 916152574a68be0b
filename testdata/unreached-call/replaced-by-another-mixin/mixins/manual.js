export default Mixin({
  methods: {
    pedirTelefono() { this.setData({ telefono: '' }); },
    leerNombre()    { this.setData({ nombre: '' }); },
  },
});
