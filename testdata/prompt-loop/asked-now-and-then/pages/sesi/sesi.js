Page({
  data: { title: 'Sesi' },

  // 读出来再判断，不是拦截
  onShow() {
    this.token = my.getStorageSync({ key: 'token' }).data;
    if (!this.token) {
      my.getAuthCode({ //~ prompt-on-page-load
        //~^ prompt-loop
        scopes: 'auth_user',
        success: ({ authCode }) => my.request({ url: 'https://api.example.com/sesi', data: { authCode } }),
        fail: () => this.setData({ title: 'Sesi (tamu)' }),
      });
    }
  },

  buka() {},
});
