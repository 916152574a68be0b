Page({
  data: { ready: false },
  join() { this.setData({ joined: true }) },
  later() { my.showToast({ content: '可以稍后加入' }) },
});
