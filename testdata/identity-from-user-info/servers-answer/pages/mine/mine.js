const app = getApp();

Page({
  data: { nickName: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (info.code === '10000') this.keep(info);
      },
      fail: () => this.onRefused(),
    });
  },

  // El identificador es el de nuestro servidor.
  keep(info) {
    info.openId = app.globalData.openId;
    app.globalData.userInfo = info;
    my.request({ url: 'https://api.example.com/socios', data: { id: info.openId } });
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
