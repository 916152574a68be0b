Page({
  data: {
    nickName: '',
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  onGetAuthorize(e) {
    if (e.detail.phone) {
      this.setData({ nickName: '会员' });
      return;
    }
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
    my.confirm({
      content: '要绑定手机号吗？',
      success: ({ confirm }) => {
        if (confirm) {
          my.navigateTo({ url: '/pages/index/index' });
        }
      },
    });
  },

  onAuthError() {
    my.showToast({ content: '没有授权也可以手动填写' });
  },

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
