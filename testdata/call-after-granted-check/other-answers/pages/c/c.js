Page({
  data: { nickName: '' },

  onLoad() {
    my.getSetting({
      success: (res) => {
        if (res.authSetting.userInfo) {
          my.getPhoneNumber({ //~ call-outside-authorize
            success: ({ response }) => {
              my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
            },
            fail: () => my.showToast({ content: '可以手动填写手机号' }),
          });
        } else {
          this.load();
        }
      },
    });
  },

  load() {
    my.getOpenUserInfo({ //~ call-outside-authorize
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },
});
