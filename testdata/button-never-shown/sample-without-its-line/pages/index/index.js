Page({
  data: {
    nickName: '',
    canIUseAuthButton: false,
  },

  onLoad() {
    // 只是记在实例上，没有 setData
    this.canIUseAuthButton = my.canIUse('button.open-type.getAuthorize');
  },

  onGetAuthorize() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => this.onAuthError(),
    });
  },

  onAuthError() {
    my.showToast({ content: '也可以手动填写昵称' });
  },

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
