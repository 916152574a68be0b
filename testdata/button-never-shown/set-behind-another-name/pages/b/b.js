Page({
  data: { state: { canUse: false, name: '' } },

  onLoad: async function () {
    this.data.state.canUse = my.canIUse('button.open-type.getAuthorize')
    await new Promise((next) => setTimeout(next, 100))
    this.setData(this.data)
  },

  onOk() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ 'state.name': user.nickName });
      },
      fail: () => this.onNo(),
    });
  },

  onNo() {
    my.showToast({ content: '请手动填写' });
  },
});
