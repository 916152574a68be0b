Page({
  data: { user: null, nickName: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        this.setData({ user: JSON.parse(res.response).response }); //~ unchecked-response-code
      },
      fail: () => this.onRefused(),
    });
  },

  onName(e) { this.setData({ nickName: e.detail.value }); },

  onRefused() {
    my.showToast({ content: 'Silakan tulis nama Anda' });
  },
});
