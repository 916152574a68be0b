Page({
  onLoad() {
    my.getAuthCode({ //~ prompt-at-launch: `USER_NAME`
      scopes: 'auth_base, USER_NAME',
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/session', method: 'POST', data: { authCode } });
      },
      fail: () => my.showToast({ content: '登录失败，可以先浏览' }),
    });
  },
});
