Page({
  onLoad() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/session', data: { authCode } }),
      fail: () => my.showToast({ content: '可以先逛逛' }),
    });
  },
});
