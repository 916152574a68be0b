Page({
  data: {
    nickName: '',
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  onPhone() {
    this.load();
  },

  load() {
    my.getOpenUserInfo({ //~ scope-mismatch
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },

  onUser() {
    my.getPhoneNumber({ //~ scope-mismatch
      success: ({ response }) => {
        my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
      },
      fail: () => my.showToast({ content: '可以手动填写手机号' }),
    });
  },

  onAuthError() {
    my.showToast({ content: '没有授权也可以手动填写' });
  },
});
