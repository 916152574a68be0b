Page({
  data: { show: false },
  onLoad() { this.can = my.canIUse('button.open-type.getAuthorize'); },
  abrir() { this.setData({ show: true }); },
  ok() { this.setData({ show: false }); },
});
