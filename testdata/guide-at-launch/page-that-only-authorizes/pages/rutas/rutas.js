import { exigirSesion } from '../../utils/sesion';

Page({
  onShow() {
    exigirSesion('rutas');
  },
  abrir() {
    my.showToast({ content: 'Sin servicio' });
  },
});
