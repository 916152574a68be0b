Page({
  data: { title: '首页' },

  open() {
    my.navigateTo({ url: '/pages/login/login' });
  },
});
