Page({
  data: { user: {} },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response
        this.setData({ user })
      },
      fail: () => this.onRefused(),
    });
  },
  onSend() { my.request({ url: 'https://api.example.com/socios', data: { alias: this.data.user.nickName } }) },

  onRefused() {
    my.showToast({ content: 'También puede escribir su alias' });
  },
});
