import { Bono } from '../../services/bono';

Page({
  data: { titulo: 'Inicio' },

  onLoad() {
    new Bono().cargar();
  },

  abrir() {
    my.navigateTo({ url: '/pages/mine/mine' });
  },
});
