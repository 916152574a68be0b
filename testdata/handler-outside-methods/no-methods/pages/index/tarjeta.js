Component({
  data: { puede: my.canIUse('button.open-type.getAuthorize'), listo: false },

  alAutorizar: function () { //~ handler-outside-methods
    this.setData({ listo: true });
  },

  'alRechazar'() { //~ handler-outside-methods
    my.showToast({ content: 'También puede escribirlo a mano' });
  },
});
