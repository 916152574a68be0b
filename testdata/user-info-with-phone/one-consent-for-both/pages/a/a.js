Page({
  data: {
    nickName: '',
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  onGetAuthorize() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code !== '10000') return this.onAuthError();
        this.setData({ nickName: user.nickName });
        my.getPhoneNumber({ //~ user-info-with-phone
          success: ({ response }) => {
            my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
          },
          fail: () => my.showToast({ content: '可以手动填写手机号' }),
        });
      },
      fail: () => this.onAuthError(),
    });
  },

  onAuthError() {
    my.showToast({ content: '没有授权也可以手动填写' });
  },

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
