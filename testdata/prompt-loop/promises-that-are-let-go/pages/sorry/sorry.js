Page({
  go() {
    if (this.code) return;
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => {
        this.code = authCode;
      },
      fail: () => {
        this.code = '';
        this.go(); //~ prompt-loop
      },
    });
  },
});
