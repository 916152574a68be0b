Page({
  data: { nick: '' },

  onLoad() {
    my.authorize({ //~ prompt-at-launch: asks for `scope.userInfo`
      scopes: 'scope.userInfo',
      success: () => this.setData({ nick: '会员' }),
      fail: () => this.setData({ nick: '游客' }),
    });
  },
});
