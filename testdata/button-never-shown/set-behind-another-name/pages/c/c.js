Page({
  data: { loading: false, name: '' },

  onLoad() {
    this.can = my.canIUse('button.open-type.getAuthorize');
  },

  onOk() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ name: user.nickName });
      },
      fail: () => this.onNo(),
    });
  },

  onNo() {
    my.showToast({ content: 'Silakan tulis nama Anda' });
  },
});
