Page({
  data: { nickName: '' },

  load() {
    my.getOpenUserInfo({ //~ unreached-call
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },

  onLoad() {
    my.getPhoneNumber({ //~ unreached-call
      success: ({ response }) => {
        my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
      },
      fail: () => my.showToast({ content: '可以手动填写手机号' }),
    });
  },

  onLoad() {
    this.setData({ nickName: '游客' });
  },

  load: function () {
    my.showToast({ content: this.data.nickName });
  },
});
