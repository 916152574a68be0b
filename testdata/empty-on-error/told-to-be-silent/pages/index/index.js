Page({
  data: { title: '首页', label: '我的' },

  open() {
    my.navigateTo({ url: '/pages/a/a' });
  },
});
