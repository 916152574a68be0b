App({
  login(page, method) {
    my.getAuthCode({ //~ prompt-on-page-load: `auth_user`
      scopes: ['auth_user'],
      success: (res) => page[method](res.authCode),
      fail: () => my.showToast({ content: '登录失败' }),
    });
  },
});
