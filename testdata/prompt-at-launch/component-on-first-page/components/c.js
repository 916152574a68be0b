Component({
  didMount() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/session', method: 'POST', data: { authCode } });
      },
      fail: () => my.showToast({ content: '登录失败，可以先浏览' }),
    });
  },
});
