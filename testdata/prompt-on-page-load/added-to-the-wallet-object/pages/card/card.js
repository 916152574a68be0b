Page({
  data: { no: '' },

  onLoad() {
    my.userLogin('auth_base').catch(() => {});
  },

  login() {
    my.userLogin('auth_user').then(
      () => this.setData({ no: '0001' }),
      () => my.showToast({ content: '登录失败，可以先浏览' }),
    );
  },
});
