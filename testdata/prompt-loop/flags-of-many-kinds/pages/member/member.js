// 每位用户只询问一次：缓存里有记录就不再弹
Page({
  data: { title: '会员' },

  onShow() {
    const { data: asked } = my.getStorageSync({ key: 'askedMember' });
    if (asked) {
      return;
    }
    my.setStorageSync({ key: 'askedMember', data: Date.now() });
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/join', data: { authCode } }),
      fail: () => this.setData({ title: '会员（未加入）' }),
    });
  },
});
