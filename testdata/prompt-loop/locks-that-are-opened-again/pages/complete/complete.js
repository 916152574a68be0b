let asking = false;

Page({
  onShow() {
    if (asking) {
      return;
    }
    asking = true;
    my.getAuthCode({ //~ prompt-on-page-load //~ prompt-loop
      scopes: 'auth_user',
      fail: () => my.showToast({ content: 'Puede seguir sin cuenta' }),
      complete: () => {
        asking = false;
      },
    });
  },
});
