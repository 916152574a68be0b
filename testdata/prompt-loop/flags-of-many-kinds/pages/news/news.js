Page({
  data: { title: 'Berita' },

  onShow() {
    if (my.getStorageSync({ key: 'lastNews' }).data) {
      my.setStorageSync({ key: 'lastSeen', data: true });
      my.getAuthCode({ //~ prompt-on-page-load
        //~^ prompt-loop
        scopes: ['auth_user'],
        success: ({ authCode }) => my.request({ url: 'https://api.example.com/berita', data: { authCode } }),
        fail: () => this.setData({ title: 'Berita (tamu)' }),
      });
    }
  },
});
