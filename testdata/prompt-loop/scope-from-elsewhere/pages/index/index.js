Page({
  login() {
    my.navigateTo({ url: '/pages/login/login' });
  },

  mine() {
    my.navigateTo({ url: '/pages/mine/mine' });
  },
});
