const wx2my = require('./wx2my');

App({
  onLaunch() {
    wx2my.showModal({ //~ guide-at-launch
      title: '完善资料',
      success: (res) => {
        if (res.confirm) {
          my.getAuthCode({
            scopes: 'auth_user',
            success: ({ authCode }) => {
              my.request({ url: 'https://api.example.com/login', data: { authCode } });
            },
            fail: () => my.showToast({ content: '可以稍后再说' }),
          });
        }
      },
    });
    wx2my.showModal({ title: '欢迎', success: (res) => { this.isWelcomed = res.confirm } });
  },
});
