Page({
  data: { cola: '🥤' },
  onPhone() {
    my.getPhoneNumber({
      success: (res) => my.request({ url: 'https://example.com/phone', method: 'POST', data: res }),
      fail: () => this.onNo(),
    });
  },
  onNo() {},
  onShow() {
    /* 👋 */ my.getAuthCode({ scopes: ['auth_user'], success: ({ authCode }) => this.send(authCode), fail: () => this.onNo() });
  },
  send(authCode) {
    console.log('👀', authCode);
  },
});
