App({
  onLaunch() {
    my.getAuthCode({ scopes: ['auth_user'], fail: () => my.alert({ title: '未登录' }) }); //~ prompt-at-launch
  },
});
