Page({
  onLoad(query) {
    this.query = query;
  },

  // Nothing is known of what it asks for, nor whether its default is ever left.
  onShow() {
    my.getAuthCode({
      scopes: this.query.scope,
      success: () => my.showToast({ content: '已登录' }),
      fail: () => my.showToast({ content: '可以先浏览' }),
    });
    this.ask(this.query.scope);
    this.ask(this.query.scope, []);
  },

  ask(scope = 'auth_base', more = ['auth_base']) {
    my.getAuthCode({
      scopes: [scope].concat(more),
      success: () => my.showToast({ content: '已登录' }),
      fail: () => my.showToast({ content: '可以先浏览' }),
    });
  },
});
