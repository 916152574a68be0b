function keep(key, data) {
  my.setStorage({ key, data });
}

Page({
  login() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        my.setStorageSync({ key: 'result', data: JSON.stringify(res) }); //~ reused-auth-code: kept in the storage
        keep('code', res.authCode); //~ reused-auth-code
        my.request({ url: 'https://api.example.com/login', data: { ali_uid: res.authCode } }); //~ reused-auth-code: the id of the user
      },
      fail: () => {},
    });
  },

  async again() {
    const { authCode } = await my.getAuthCode({ scopes: 'auth_base' });
    getApp().user.openId = authCode; //~ reused-auth-code
  },
});
