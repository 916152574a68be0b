Page({
  onLoad() {
    my.showActionSheet({
      title: '登录方式',
      items: ['支付宝登录', '手机号登录', '取消'],
      success: (res) => {
        if (res.index === 0) this.login();
      },
    });
    my.alert({
      content: '登录后可领取积分',
      success: () => this.login(),
    });
    my.confirm({ content: '登录？' }).then((res) => {
      if (!res.confirm) {
        return;
      }
      this.login();
    });
  },

  login() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/session', method: 'POST', data: { authCode } });
      },
      fail: () => my.showToast({ content: '登录失败，可以先浏览' }),
    });
  },
});
