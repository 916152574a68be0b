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

  async onNo(e) { //~ empty-on-error
    const text = e.detail.errorMessage || '';
    let message = text;
    message += '!';
    setTimeout(() => console.error(message), 10);
    await Promise.resolve();
  },

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
