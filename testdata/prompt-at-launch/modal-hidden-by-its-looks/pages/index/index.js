Page({
  data: { show: false, listo: true, paso: false, isTall: true, color: '#333', height: 600, sheetStyle: 'bottom: -400px' },
  onLoad() { this.can = my.canIUse('button.open-type.getAuthorize'); },
  abrir() { this.setData({ show: true, sheetStyle: 'bottom: 0' }); },
  guardar(ref) { this.hoja = ref; },
  elegir() { this.hoja.show(); this.setData({ paso: true }); },
  ok() { this.setData({ show: false }); },
  no() { my.showToast({ content: 'Puede escribirlo a mano' }); },
});
