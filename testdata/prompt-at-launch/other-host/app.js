App({
  onLaunch() {
    dd.getAuthCode({
      success: ({ authCode }) => dd.httpRequest({ url: 'https://api.example.com/session', data: { authCode } }),
      fail: () => dd.alert({ content: '登录失败' }),
    });
  },
});
