Page({
  data: {
    nickName: '',
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  onGetAuthorize() {
    my.getPhoneNumber({
      success: ({ response }) => {
        my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
      },
      fail: () => my.showToast({ content: '可以手动填写手机号' }),
    });
    my.getOpenUserInfo({ //~ user-info-with-phone: `my.getOpenUserInfo` follows `my.getPhoneNumber`
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
