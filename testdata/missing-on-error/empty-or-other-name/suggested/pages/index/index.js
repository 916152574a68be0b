Page({
  data: { puede: my.canIUse('button.open-type.getAuthorize'), listo: false },

  alAutorizar() {
    this.setData({ listo: true });
  },

  alRechazar() {
    my.showToast({ content: 'También puede escribirlo a mano' });
  },

  seguir() {
    my.navigateTo({ url: '/pages/inicio/inicio' });
  },

  onAuthError() {
    my.showToast({ content: 'Not authorized; you can try again later' });
  },
});
