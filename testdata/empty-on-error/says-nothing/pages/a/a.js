Page({
  data: {
    nickName: '',
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  onGetAuthorize() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },

  onAuthError() {}, //~ empty-on-error: `onAuthError` does nothing

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
