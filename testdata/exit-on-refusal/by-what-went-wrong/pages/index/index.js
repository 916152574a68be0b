Page({
  open() {
    my.navigateTo({ url: '/pages/bind/bind' });
  },
});
