// La negativa queda anotada.
Page({
  data: { title: 'Puntos' },

  onShow() {
    const { data: asked } = my.getStorageSync({ key: 'asked' });
    if (my.getStorageSync({ key: 'token' }).data || asked) return;
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: () => my.setStorageSync({ key: 'token', data: '1' }),
      fail: () => {
        my.removeStorageSync({ key: 'token' });
        my.setStorageSync({ key: 'asked', data: '1' });
      },
    });
  },
});
