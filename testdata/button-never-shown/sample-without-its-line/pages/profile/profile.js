Page({
  data: { canIUseAuthButton: false },

  onLoad() {
    const that = this;
    that.setData({ canIUseAuthButton: my.canIUse('button.open-type.getAuthorize') });
  },

  onPhone() {
    my.getPhoneNumber({
      success: (res) => my.request({ url: 'https://api.example.com/phone', data: { body: res.response } }),
      fail: () => this.onAuthError(),
    });
  },

  onAuthError() {
    this.byHand();
  },

  byHand() {
    my.navigateTo({ url: '/pages/index/index' });
  },
});
