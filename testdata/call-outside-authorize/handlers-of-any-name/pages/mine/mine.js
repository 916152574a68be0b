Page({
  data: { nickName: '', listo: true, canIUseAuthButton: my.canIUse('button.open-type.getAuthorize') },

  accede() {
    this.lee();
  },

  toLogin() {
    this.lee();
  },

  onLoad2() {
    this.lee();
  },

  lee() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },

  rechaza() {
    my.showToast({ content: 'Puede escribir su apodo' });
  },

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
