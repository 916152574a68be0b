Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), nickName: '' },

  // A call by a name out of the template defines nothing.
  onMenu(e) {
    this[e.currentTarget.dataset.method]();
  },

  toOrders() {
    my.navigateTo({ url: '/pages/given/given' });
  },

  onUser() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '可以手动填写' }),
    });
  },
});
