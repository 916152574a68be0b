import store from '../../store/index';

Page({
  data: { saludo: 'Hola', puede: my.canIUse('button.open-type.getAuthorize') },

  alAutorizar() { store.dispatch('cargar'); },

  alRechazar() { my.showToast({ content: 'También puede escribirlo' }); },
});
