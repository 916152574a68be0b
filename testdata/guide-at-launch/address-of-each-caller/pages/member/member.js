Page({
  onLoad() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: () => {},
      fail: () => my.showToast({ content: '可稍后再登录' }),
    });
  },
});
