Page({
  pay() {
    my.navigateTo({ url: '/pages/points/points' });
  },
});
