const seen = new Set();

Page({
  data: { title: '计次' },

  onShow() {
    this.times = (this.times || 0) + 1;
    if (this.times <= 2) {
      my.getAuthCode({ //~ prompt-on-page-load
        scopes: 'auth_user',
        success: ({ authCode }) => my.request({ url: 'https://api.example.com/a', data: { authCode } }),
        fail: () => this.setData({ title: '游客' }),
      });
    }
    if (!seen.has('nickname')) {
      seen.add('nickname');
      my.getAuthCode({ //~ prompt-on-page-load
        scopes: ['auth_user'],
        success: ({ authCode }) => my.request({ url: 'https://api.example.com/b', data: { authCode } }),
        fail: () => this.setData({ title: '游客' }),
      });
    }
  },

  abrir() {},
});
