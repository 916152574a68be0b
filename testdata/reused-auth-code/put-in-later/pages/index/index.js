Page({
  login() {
    my.getAuthCode({
      scopes: ['auth_base'],
      success: (res) => {
        const user = { name: '张三' };
        my.setStorageSync({ key: 'user', data: user });
        user.code = res.authCode;
        my.setStorageSync({ key: 'session', data: user }); //~ reused-auth-code
      },
    });
  },
});
