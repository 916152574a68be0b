Page({
  data: { byPhone: false },

  login() {
    my.getAuthCode({
      scopes: [this.data.byPhone ? 'USER_LOGIN_ID' : 'USER_NICKNAME', 'USER_ID'],
      success: this.send,
      fail: this.onFail,
    });
  },

  send({ authCode }) {
    my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
  },

  onFail() {
    my.showToast({ content: 'You can type it in' });
  },
});
