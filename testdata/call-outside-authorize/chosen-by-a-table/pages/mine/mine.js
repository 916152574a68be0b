const actions = {
  share(page) {
    page.share();
  },
  help() {
    my.makePhoneCall({ number: '95188' });
  },
};

Page({
  data: {
    nickName: '',
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  act(e) {
    const { action } = e.currentTarget.dataset;
    actions[action](this);
  },

  share() {
    my.showSharePanel();
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

  onAuthError() {
    my.showToast({ content: '没有授权也可以手动填写' });
  },

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
