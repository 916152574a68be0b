App({
  globalData: { authCode: '' },
  later: null,

  refresh() {
    my.getAuthCode({
      success: (res) => {
        this.globalData.authCode = res.authCode; //~ reused-auth-code: kept in the app
      },
    });
  },
});
