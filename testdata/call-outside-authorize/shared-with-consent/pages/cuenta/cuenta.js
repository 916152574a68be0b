Page({
  data: {
    nickName: '',
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  onLoad() {
    this.leerPerfil();
  },

  alAutorizar() {
    this.leerPerfil();
  },

  leerPerfil() {
    my.getOpenUserInfo({ //~ call-outside-authorize: from `onLoad` when the page opens
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },

  alRechazar() {
    my.showToast({ content: 'Puede escribir su apodo' });
  },

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
