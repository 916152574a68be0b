Page({
  onShow() {
    if (this.locked) return;
    this.locked = true;
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      fail: (error) => {
        if (error.error === 12) {
          this.locked = false;
        }
        my.showToast({ content: 'Bisa dilanjutkan tanpa akun' });
      },
    });
  },
});
