const sure = (title) => new Promise((resolve, reject) => {
  my.confirm({ title, success: (res) => (res.confirm ? resolve() : reject()) }); //~ guide-at-launch
});

Page({
  async onLoad() {
    await sure('登录后查看订单');
    this.masuk();
  },

  masuk() {
    my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: 'x' }) });
  },
});
