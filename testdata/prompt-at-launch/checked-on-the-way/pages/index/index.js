Page({
  onShow() {
    if (this.asked) return;
    this.asked = true;
    my.getAuthCode({ //~ prompt-at-launch: from `onShow`
      scopes: 'auth_user',
      fail: () => my.showToast({ content: '已取消' }),
    });
  },

  onReady() {
    if (!my.canIUse('getAddress')) return;
    my.getAddress({ //~ device-permission-at-launch
      success: (res) => {
        if (res.code === '10000') my.showToast({ content: res.address });
      },
    });
  },

  onHide() {
    if (false) my.showToast({ content: 'nunca' });
    if (process.env.NODE_ENV === 'development') my.showToast({ content: 'dev' });
  },
});
