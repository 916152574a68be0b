App({
  async onLaunch() {
    const { data } = my.getStorageSync({ key: 'session' });
    if (!data) this.welcome();
    const answer = await my.confirm({ title: '是否登录？' }); //~ guide-at-launch: `my.confirm` guides the user to the authorization by `my.getAuthCode`
    if (!answer.confirm) return;
    this.login();
  },

  onShow() {
    my.alert({ //~ guide-at-launch
      title: '会员日',
      success: () => this.login(),
    });
  },

  welcome() {
    const app = this;
    my.showActionSheet({ //~ guide-at-launch
      title: '选择登录方式',
      items: ['支付宝登录', '先逛逛'],
      success(res) {
        if (res.index === 0) {
          app.login();
        }
      },
    });
  },

  login() {
    my.getAuthCode({
      scopes: ['auth_user'],
      success: () => my.showToast({ content: '已登录' }),
      fail: () => my.showToast({ content: '可以先逛逛' }),
    });
  },
});
