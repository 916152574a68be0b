Page({
  login() {
    my.getAuthCode({ scopes: ['USER_NICKNAME', 'USER_NAME'], success: this.send, fail: this.onFail });
  },

  onReachBottom() {
    my.getAuthCode({ scopes: ['USER_LOGIN_ID', 'USER_ID'], success: this.send, fail: this.onFail });
  },

  send({ authCode }) {
    my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
  },

  onFail() {
    my.showToast({ content: 'You can type it in' });
  },
});
