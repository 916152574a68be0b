import telefono from '../../mixins/telefono';
import manual from '../../mixins/manual';

Page({
  mixins: [telefono, manual],
  data: { telefono: '' },

  onLoad() { this.pedirTelefono(); },

  enviar() {
    my.request({ url: 'https://api.tienda.example.com/pedido', data: { telefono: this.data.telefono } });
  },
});
