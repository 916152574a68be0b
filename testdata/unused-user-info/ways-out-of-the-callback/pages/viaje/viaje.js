Page({
  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const { nickName } = JSON.parse(res.response).response;
        if (nickName === 'prueba') my.navigateTo({ url: '/pages/socio/socio' });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
