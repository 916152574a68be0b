App({
  getUserInfo() {
    my.getAuthCode({ scopes: 'auth_base', success: (res) => console.info(res), fail: () => {} });
  },
});
