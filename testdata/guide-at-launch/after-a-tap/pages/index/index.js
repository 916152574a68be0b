Page({
  onLoad() {
    my.confirm({
      title: '允许我们统计访问量吗？',
      success: ({ confirm }) => this.setData({ counted: confirm }),
    });
  },

  open() {
    my.confirm({
      title: '登录后可查看积分',
      success: ({ confirm }) => {
        if (confirm) my.navigateTo({ url: '/pages/login/login' });
      },
    });
  },
});
