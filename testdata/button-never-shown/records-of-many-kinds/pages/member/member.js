Page({
  data: { ready: false, nested: false },
  // Only how many pages there are is asked.
  onShow() { this.setData({ nested: getCurrentPages().length > 1 }) },
  back() { my.navigateBack() },
  join() { this.setData({ joined: true }) },
  later() { my.showToast({ content: '可以稍后加入' }) },
});
