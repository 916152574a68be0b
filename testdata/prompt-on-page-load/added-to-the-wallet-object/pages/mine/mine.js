Page({
  data: { name: '' },

  onLoad() {
    my.userLogin('auth_user')
      .then(() => this.setData({ name: '会员' }))
      .catch(() => my.showToast({ content: '登录失败，可以先浏览' }));
  },
});
