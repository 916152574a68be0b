Page({
  data: { show: false, step: 1 },
  abrir() { this.setData({ show: true }); },
  ok() { this.setData({ show: false, step: 2 }); },
});
