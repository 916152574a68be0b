function keep(key, data) {
  my.setStorage({ key, data });
}

// Se guarda con fecha
function keepForADay(key, value) {
  const data = { value, until: Date.now() + 86400000 };
  my.setStorageSync({ key, data });
}

// It has to send the code, and keeps it, too.
function link(user) {
  my.request({
    url: 'https://api.example.com/link',
    data: user,
    success: (res) => {
      const all = { ...user, ...res.data };
      my.setStorage({ key: 'user', data: all }); //~ reused-auth-code: kept in the storage
    },
  });
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

  async bind() {
    const { authCode } = await my.getAuthCode({ scopes: 'auth_base' });
    keepForADay('bind', authCode); //~ reused-auth-code
    keepForADay('标题', this.data.title)
  },

  async share() {
    const res = await my.getAuthCode({ scopes: 'auth_base' });
    keepForADay('share', res); //~ reused-auth-code
  },

  async join() {
    const { authCode } = await my.getAuthCode({ scopes: 'auth_base' });
    link({ authCode, name: this.data.title });
  },
});
