Page({
  open() {
    my.showToast({ content: '敬请期待' });
  },
});
