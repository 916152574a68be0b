Page({
  data: { nickName: '' },

  onLoad() {
    this.session()
      .then((data) => data.member)
      .then((member) => (member ? this.load() : null))
      .catch(() => my.showToast({ content: '网络异常' }))
      .finally(() => my.hideLoading());
  },

  session() {
    return new Promise(function (resolve) {
      my.request({ url: 'https://api.example.com/session', success: (res) => resolve(res.data) });
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
