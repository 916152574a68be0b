Page({
  data: { agree: false },
  onAgree(e) { this.setData({ agree: e.detail.value }); },
});
