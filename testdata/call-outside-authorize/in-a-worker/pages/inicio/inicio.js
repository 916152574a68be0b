Page({
  onLoad() {
    this.worker = my.createWorker('workers/index.js');
  },
});
