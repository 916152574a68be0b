Page({
  go() {
    my.navigateTo({ url: '/pages/fail/fail' });
  },
});
