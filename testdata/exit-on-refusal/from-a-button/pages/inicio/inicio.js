import { salir } from '../../utils/salida';

Page({
  alAceptar() {
    my.getPhoneNumber({
      success: () => this.ver(),
      fail: () => this.alRechazar(),
    });
  },
  alRechazar() {
    my.showToast({ content: 'Sin su número no podemos atenderle', duration: 2000 });
    setTimeout(salir, 2000);
  },
  ver() {
    my.showToast({ content: 'Desde $ 20' });
  },
});
