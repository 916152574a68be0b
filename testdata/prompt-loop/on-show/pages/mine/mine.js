Page({
  onShow() {
    const user = my.getStorageSync({ key: 'user' }).data;
    if (!user) this.ask();
  },

  open() {
    this.ask();
  },

  ask() {
    my.getAuthCode({ //~ prompt-on-page-load //~ prompt-loop: `my.getAuthCode` asks again each time `onShow` runs
      scopes: 'auth_user',
      success: () => my.setStorageSync({ key: 'user', data: 'known' }),
      fail: () => my.showToast({ content: '未授权，可以先浏览' }),
    });
  },
});
