Page({
  data: { full: false },

  login() {
    my.getAuthCode({
      scopes: this.data.full ? 'USER_NICKNAME,USER_CONTACTINFO' : 'USER_ID', //~ mixed-auth-scopes
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
