Page({
  data: { n: 0 },

  skip(e: any) {
    this.setData({ n: e.detail });
  },
});
