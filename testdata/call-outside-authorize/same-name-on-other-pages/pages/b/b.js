Page({
  data: { n: 0 },

  onLoad() {
    this.load();
    this.update();
  },

  load() {
    this.update();
  },

  update() {
    this.setData({ n: this.data.n + 1 });
  },
});
