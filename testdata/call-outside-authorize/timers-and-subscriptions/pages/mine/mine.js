Page({
  data: { nickName: '' },

  onLoad() {
    this.onNetwork = this.onNetwork.bind(this);
    my.onNetworkStatusChange(this.onNetwork);
  },

  onUnload() {
    my.offNetworkStatusChange(this.onNetwork);
  },

  onNetwork({ isConnected }) {
    if (!isConnected) return;
    my.getOpenUserInfo({ //~ call-outside-authorize: runs from `my.onNetworkStatusChange`
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },
});
