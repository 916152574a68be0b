App({
  userId: '',

  onLaunch() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        this.userId = res.authCode; //~ reused-auth-code
      },
    });
  },
});
