Page({
  data: { nickName: '' },

  onLoad() {
    my.getSetting({
      success: ({ authSetting }) => authSetting.userInfo && this.load(),
    });
  },

  load() {
    my.getOpenUserInfo({ //~ call-after-granted-check
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },
});
