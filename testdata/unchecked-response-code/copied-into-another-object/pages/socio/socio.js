Page({
  data: { nickName: '', avatar: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const socio = {};
        Object.assign(socio, JSON.parse(res.response).response);
        this.setData({ nickName: socio.nickName, avatar: socio.avatar }); //~ unchecked-response-code: `nickName`
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
