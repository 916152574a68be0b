const DEBUG = false;

Page({
  data: { nickName: '' },

  onLoad() {
    if (false) {
      this.read();
    }
    if (DEBUG) this.read();
  },

  load() {
    if (DEBUG && this.data.nickName === '') {
      my.getPhoneNumber({ //~ unreached-call
        success: ({ response }) => {
          my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
        },
        fail: () => my.showToast({ content: '可以手动填写手机号' }),
      });
    }
  },

  read() {
    my.getOpenUserInfo({ //~ unreached-call
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },
});
