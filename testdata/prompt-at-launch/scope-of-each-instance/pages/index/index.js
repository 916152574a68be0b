import { completo, Puntos } from '../../utils/acceso';

Page({
  data: { titulo: 'Tienda' },

  onReady() {
    const puntos = new Puntos({ alcance: 'auth_base' });
    puntos.pedir();
    new Puntos().pedir();
  },

  alPulsar() { completo.entrar(); },
});
