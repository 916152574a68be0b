Page({
  onLoad() {
    my.getAuthCode({ //~ prompt-on-page-load: asks for `auth_life_msg`, `auth_user` as soon as the page opens
      scopes: 'auth_user,auth_life_msg,auth_base',
      fail: () => my.showToast({ content: '已取消' }),
    });
  },
});
