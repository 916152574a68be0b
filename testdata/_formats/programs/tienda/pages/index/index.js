import { leerPerfil } from '../../utils/perfil';

Page({
  data: { apodo: '' },

  onLoad() {
    this.empezar();
  },

  empezar() {
    leerPerfil((apodo) => this.setData({ apodo }));
  },
});
