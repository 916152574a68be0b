Page({
  login() {
    my.navigateTo({ url: '/pages/mine/mine' });
  },

  enter() {
    this.timer = setInterval(() => this.ask(), 60000);
  },

  onUnload() {
    clearInterval(this.timer);
  },

  ask() {
    my.getAuthCode({ //~ prompt-loop
      scopes: 'auth_user',
      success: () => my.showToast({ content: '已登录' }),
      fail: () => my.showToast({ content: '可以先浏览' }),
    });
  },
});
