Page({
  data: { type: '', a: true, d: '', w: 10 },

  skip() {
    my.navigateTo({ url: '/pages/home/home' });
  },
});
