Page({
  retries: 0,

  login() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: () => my.showToast({ content: '已登录' }),
      fail: () => {
        my.confirm({
          title: '登录后可查看积分',
          success: (res) => {
            if (!res.confirm) return;
            this.login();
          },
        });
      },
    });
  },

  enter() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: () => my.showToast({ content: '已登录' }),
      fail: () => {
        this.retries += 1;
        if (this.retries < 2) this.enter(); //~ prompt-loop
        else my.showToast({ content: '可以先浏览' });
      },
    });
  },
});
