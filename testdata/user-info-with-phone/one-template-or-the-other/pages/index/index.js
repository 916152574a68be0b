Page({
  data: { show: false, needPhone: false, kind: 'user' },
  onLoad() { this.can = my.canIUse('button.open-type.getAuthorize'); },
  abrir() { this.setData({ show: true, kind: 'both' }); },
  ok() { this.setData({ show: false, needPhone: true }); },
  no() { my.showToast({ content: 'Puede escribirlo a mano' }); },
});
