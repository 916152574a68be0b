App({
  globalData: { user: null },

  onLaunch() {},

  getUserInfo(done) {
    if (this.globalData.user) return done(this.globalData.user);
    my.getOpenUserInfo({ //~ call-outside-authorize
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') done((this.globalData.user = user.nickName));
      },
      fail: () => my.showToast({ content: '获取失败' }),
    });
  },

  phoneOf(page, method) {
    my.getPhoneNumber({ //~ call-outside-authorize
      success: (res) => page[method](res.response),
      fail: () => my.showToast({ content: '获取失败' }),
    });
  },
});
