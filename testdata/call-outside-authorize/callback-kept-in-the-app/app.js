App({
  globalData: { token: '' },

  onLaunch() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => {
        my.request({
          url: 'https://api.example.com/session',
          data: { authCode },
          success: ({ data }) => {
            this.globalData.token = data.token;
            if (this.tokenReady) this.tokenReady(data);
          },
        });
      },
      fail: () => my.showToast({ content: '登录失败' }),
    });
  },
});
