Page({
  data: { nickName: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        const nickName = info.nickName ?? 'Tamu';
        this.setData({ nickName });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: 'Silakan tulis nama Anda' });
  },
});
