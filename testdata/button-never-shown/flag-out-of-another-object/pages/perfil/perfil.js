const base = { puede: false, oculto: true };

Page({
  data: Object.assign({}, base, { nuevo: true, oculto: !my.canIUse('button.open-type.getAuthorize') }),

  seguir() {
    my.navigateBack();
  },

  alRechazar() {
    my.showToast({ content: 'Puede escribirlo a mano' });
  },
});
