Page({
  data: { ready: false },

  onReady() {
    my.getSystemInfo({
      success: () => {
        this.setData({ ready: true }, () => {
          my.getAuthCode({ //~ prompt-on-page-load: from `onReady`
            scopes: ['auth_base', 'auth_user'],
            success: ({ authCode }) => {
              my.request({ url: 'https://api.example.com/session', method: 'POST', data: { authCode } });
            },
            fail: () => my.showToast({ content: '登录失败，可以先浏览' }),
          });
        });
      },
    });
  },
});
