Page({
  login(event) {
    const options = {};
    options.scopes = ['USER_LOGIN_ID'];
    options.success = ({ authCode }) => this.send(authCode);
    options.fail = () => this.onFail();
    my.getAuthCode(options);
    my.getAuthCode({
      ...event.target.dataset,
      success: ({ authCode }) => this.send(authCode),
      fail: () => this.onFail(),
    });
    my.getAuthCode({
      scopes: event.target.dataset.scopes,
      success: ({ authCode }) => this.send(authCode),
      fail: () => this.onFail(),
    });
  },

  send(authCode) {
    my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
  },

  onFail() {
    my.showToast({ content: 'Silakan masuk dengan nomor ponsel' });
  },
});
