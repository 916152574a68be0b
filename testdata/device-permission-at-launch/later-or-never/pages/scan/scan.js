Page({
  data: { code: '' },
  onLoad() {
    my.scan({ success: ({ code }) => this.setData({ code }) });
  },
});
