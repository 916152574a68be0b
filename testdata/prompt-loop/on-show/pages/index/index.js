Page({
  login() {
    my.navigateTo({ url: '/pages/mine/mine' });
  },
  enter() {
    my.navigateTo({ url: '/pages/mine/mine' });
  },
});
