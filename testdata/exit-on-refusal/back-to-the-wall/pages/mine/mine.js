Page({
  points() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: () => my.showToast({ content: '已登录' }),
      fail: () => my.reLaunch({ url: '/pages/login/login' }), //~ exit-on-refusal: a refusal of `my.getAuthCode` leads by `my.reLaunch` to `pages/login/login`
    });
  },
  coupons() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: () => my.reLaunch({ url: '/pages/login/login' }),
      fail: () => my.reLaunch({ url: '/pages/index/index' }),
    });
  },
});
