import { Telefono } from '../../services/telefono';
import { Bono, Registro } from '../../services/bono';

const telefono = new Telefono();

Page({
  data: { puede: my.canIUse('button.open-type.getAuthorize'), aMano: false },

  onLoad() {
    this.bono = new Bono();
    this.bono.cargar();
  },

  alAutorizar() {
    telefono.cargar();
    this.registro = new Registro();
  },

  alRechazar() { this.setData({ aMano: true }); },
});
