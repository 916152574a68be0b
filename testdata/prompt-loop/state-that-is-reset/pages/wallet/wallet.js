Page({
  data: { title: 'Monedero' },

  onShow() {
    if (my.getStorageSync({ key: 'token' }).data) return;
    my.getAuthCode({ //~ prompt-loop //~ prompt-on-page-load
      scopes: 'auth_user',
      success: () => my.setStorageSync({ key: 'token', data: '1' }),
      fail: () => {
        my.removeStorageSync({ key: 'token' });
        my.showToast({ content: 'Puede seguir sin entrar' });
      },
    });
  },
});
