Page({
  data: { title: '我的' },
  open() {
    my.navigateTo({ url: '/pages/mine/mine' });
  },
});
