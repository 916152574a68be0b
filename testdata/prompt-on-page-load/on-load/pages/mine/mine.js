Page({
  onLoad() {
    getApp().login(this, 'onCode');
  },

  onCode(authCode) {
    my.request({ url: 'https://api.example.com/session', data: { authCode } });
  },
});
