Page({
  onLoad(query) {
    this.query = query;
  },

  // One of the two ways asks, and nothing rules it out.
  onShow() {
    const { scope = 'auth_base' } = this.query;
    let scopes = [scope];
    if (scope !== 'auth_base') scopes = scopes.concat(['auth_user']);
    my.getAuthCode({ //~ prompt-loop //~ prompt-on-page-load
      scopes,
      success: () => my.showToast({ content: '已登录' }),
      fail: () => my.showToast({ content: '可以先浏览' }),
    });
  },
});
