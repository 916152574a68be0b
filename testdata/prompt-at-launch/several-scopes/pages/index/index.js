Page({
  onLoad() {
    my.getAuthCode({ //~ prompt-at-launch: asks for `auth_life_msg`, `auth_user` at the launch
      scopes: ['auth_user', 'auth_base', 'auth_life_msg'],
      fail: () => my.showToast({ content: '已取消' }),
    });
  },
});
