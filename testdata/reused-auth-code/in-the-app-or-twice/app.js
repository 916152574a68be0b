App({
  globalData: { authCode: '', login: {} },
  later: null,

  set(key, value) { this.globalData[key] = value },
  merge(more) {
    this.globalData = { ...this.globalData, ...more };
  },

  refresh() {
    my.getAuthCode({
      success: (res) => {
        this.globalData.authCode = res.authCode; //~ reused-auth-code: kept in the app
      },
    });
  },
});
