Page({
  open() {
    my.navigateTo({ url: '/pages/mine/mine' });
  },
});
