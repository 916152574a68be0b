Page({
  onLoad() {
    my.showActionSheet({ //~ guide-at-launch
      items: ['登录'],
      success: (result) => {
        if (result.index === -1) return;
        this.login();
      },
    });
    my.showActionSheet({ //~ guide-at-launch
      items: ['Entrar', 'Registrarse'],
      success: ({ index }) => index !== -1 && this.login(),
    });
    // 取消之后直接弹出授权
    my.showActionSheet({
      items: ['先看看'],
      success: ({ index }) => {
        if (index === -1) {
          my.getAuthCode({ //~ prompt-at-launch
            scopes: 'auth_user',
            fail: () => my.showToast({ content: '可稍后再登录' }),
          });
        }
      },
    });
  },

  onReady() {
    my.alert({ content: '请先登录' }).then(() => this.login()); //~ guide-at-launch
  },

  async onShow() {
    if (this.data.asked) return;
    this.setData({ asked: true });
    await my.alert({ content: 'Inicie sesión' }); //~ guide-at-launch
    this.login();
  },

  login() {
    my.getAuthCode({
      scopes: 'auth_user',
      fail: () => my.showToast({ content: 'Puede seguir sin cuenta' }),
    });
  },
});
