Page({
  onAuthorized() {
    my.getOpenUserInfo({ //~ unused-user-info
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (info.code === '10000') my.switchTab({ url: '/pages/index/index' });
        else this.onRefused();
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
