Page({
  go() {
    my.navigateTo({ url: '/pages/mine/mine' });
  },
});
