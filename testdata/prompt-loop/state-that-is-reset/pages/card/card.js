Page({
  data: { title: '会员卡', user: null },

  onShow() {
    if (this.data.user) return;
    my.getAuthCode({ //~ prompt-loop //~ prompt-on-page-load
      scopes: 'auth_user',
      success: (user) => this.setData({ user }),
      fail: () => {
        this.setData({ user: null, title: '游客' });
      },
    });
  },
});
