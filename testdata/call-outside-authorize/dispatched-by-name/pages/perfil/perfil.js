import events from '../../utils/events';
import { dispatch } from '../../utils/store';

Page({
  data: { nombre: '' },

  onLoad() {
    events.on('permitido', () => this.leer());
  },

  sumar() {
    dispatch({ type: 'cart/add', done: (nombre) => this.setData({ nombre }) });
    this.correr('nada');
  },

  permitir() {
    events.emit('permitido');
    this.correr('leer');
  },

  correr(que) { this[que](); },
  nada() {},
  leer() { dispatch({ type: 'user/read', done: (nombre) => this.setData({ nombre }) }); },
  negar() { my.showToast({ content: 'Puede seguir sin datos' }); },
});
