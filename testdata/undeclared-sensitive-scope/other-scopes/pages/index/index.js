Page({
  data: { scopes: [] },

  onLoad() {
    // Silent ids are what every login takes.
    my.getAuthCode({ scopes: ['auth_base', 'USER_ID', 'USER_LOGIN_ID'], success: this.send });
  },

  join() {
    my.getAuthCode({
      scopes: ['LOYALTY_ID'],
      success: this.send,
      fail: () => my.showToast({ content: '…' }),
    });
    my.getAuthCode({ scopes: this.data.scopes, success: this.send });
  },

  send({ authCode }) {
    my.request({ url: 'https://api.example.com/join', data: { authCode } });
  },
});
