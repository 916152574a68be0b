Page({
  data: { refused: false },

  login() {
    my.getAuthCode({
      scopes: ['auth_user'],
      complete: (res) => {
        my.hideLoading();
        if (res.authCode) this.next();
      },
    });
  },

  next() {
    my.confirm({ title: '继续？', success: ({ confirm }) => { if (confirm) this.login(); } });
  },

  async bind() {
    try {
      await this.ask('auth_user');
      this.bind();
    } catch (e) {
      my.showToast({ content: '可以手动填写' });
    }
  },

  ask(scopes) {
    return new Promise((resolve, reject) => {
      my.getAuthCode({ scopes, success: resolve, fail: reject });
    });
  },

  async points() {
    if (this.data.refused) return;
    await this.ask('auth_user').catch(() => {
      this.setData({ refused: true });
      this.points();
    });
  },

  coupons() {
    this.ask('auth_zhima').catch(() => this.ask('auth_user')).catch(() => {
      my.showToast({ content: '可以先逛逛' });
    });
  },
});
