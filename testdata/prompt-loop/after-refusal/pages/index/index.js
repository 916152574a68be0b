Page({
  login() {
    const page = this;
    my.getAuthCode({
      scopes: 'auth_user',
      success: () => my.showToast({ content: '已登录' }),
      fail: (error) => {
        if (error.error === 11) page.login(); //~ prompt-loop: a refusal of `my.getAuthCode` asks again at once
      },
    });
  },

  enter() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: () => my.showToast({ content: '已登录' }),
      fail: () => this.refused(),
    });
  },

  refused() {
    setTimeout(() => this.enter(), 1000); //~ prompt-loop
  },
});
