Page({
  data: { title: '选座', state: 'none' },

  onShow() {
    if (this.data.state === 'ok') return;
    my.getAuthCode({ //~ prompt-loop //~ prompt-on-page-load
      scopes: 'auth_user',
      success: () => this.setData({ state: 'ok' }),
      fail: () => {
        this.setData({ state: 'none' });
        my.showToast({ content: '可以先选座' });
      },
    });
  },
});
