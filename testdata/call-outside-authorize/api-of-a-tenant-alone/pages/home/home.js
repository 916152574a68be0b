Page({
  open() {
    my.navigateTo({ url: '/pages/index/index' });
  },
});
