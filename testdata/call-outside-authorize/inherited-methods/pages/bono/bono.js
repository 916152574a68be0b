import { Apodo } from '../../services/telefono';

Page({
  onLoad() {
    const apodo = new Apodo();
    apodo.cargar();
  },
});
