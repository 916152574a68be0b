Page({
  data: { nickName: '' },

  events: {
    onBack() {
      this.a();
    },
  },

  onPullDownRefresh() {
    this.b();
  },

  onHide() {
    this.c();
  },

  a() {
    my.getOpenUserInfo({ //~ call-outside-authorize: from the handler `onBack`
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },

  b() {
    my.getOpenUserInfo({ //~ call-outside-authorize: from the handler `onPullDownRefresh`
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },

  c() {
    my.getOpenUserInfo({ //~ call-outside-authorize: runs from `onHide`, outside
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },
});
