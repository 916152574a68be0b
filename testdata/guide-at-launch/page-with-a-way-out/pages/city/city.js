Page({
  onLoad() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => this.load(authCode),
    });
  },
  load(code) {
    my.request({ url: 'https://api.example.com/city', data: { code } });
  },
  choose() {
    my.navigateBack();
  },
});
