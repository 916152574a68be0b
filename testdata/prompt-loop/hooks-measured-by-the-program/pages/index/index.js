import { $Page } from '../../utils/stat';

Page($Page({
  data: { saludo: '' },

  onLoad() {
    this.setData({ saludo: 'Hola' });
  },

  abrir() {
    my.navigateTo({ url: '/pages/cuenta/cuenta' });
  },
}));
