// 拒绝之后不再询问
Page({
  data: { title: '订单', state: 'none' },

  onShow() {
    if (this.data.state === 'ok' || this.data.state === 'refused') return;
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: () => this.setData({ state: 'ok' }),
      fail: () => {
        this.setData({ state: 'refused' });
        my.showToast({ content: '可以先看订单' });
      },
    });
  },
});
