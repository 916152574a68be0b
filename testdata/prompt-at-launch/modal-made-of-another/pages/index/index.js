Page({
  data: { ready: my.canIUse('button.open-type.getAuthorize') },
  keep(sheet) { this.sheet = sheet },
  open() { this.sheet.show() },
  join() { this.sheet.hide() },
  later() { my.showToast({ content: '也可以稍后加入' }) },
});
