Page({
  open() {
    my.showToast({ content: '已刷新' });
  },
});
