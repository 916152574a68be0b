const FULL = [
  'USER_LOGIN_ID',
  'USER_ADDRESS',
  'USER_AVATAR', //~ mixed-auth-scopes: `USER_AVATAR` and `USER_LOGIN_ID`
];

Page({
  login() {
    my.getAuthCode({ scopes: FULL, success: this.send, fail: this.onFail });
  },

  send({ authCode }) {
    my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
  },

  onFail() {
    my.showToast({ content: 'You can type it in' });
  },
});
