const fail = (e) => { //~ empty-on-error
  throw new Error(e.detail.errorMessage);
};

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

  fail,

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
