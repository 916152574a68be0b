Page({
  data: {
    nickName: '',
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  onGetAuthorize() {
    this.setData({ nickName: '会员' });
  },

  onAuthError() {
    // 拒绝了也试一下
    my.getOpenUserInfo({ //~ call-outside-authorize: from `onError`
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
