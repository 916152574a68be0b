Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), name: '' },

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
    my.showToast({ content: '可以手动填写' });
  },
});
