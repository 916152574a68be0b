const session = () => new Promise((resolve, reject) => {
  my.request({ url: 'https://api.example.com/session', success: resolve, fail: reject });
});

Page({
  data: { nickName: '' },

  async onReady() {
    try {
      const { data } = await session();
      if (data.member) await this.load();
    } catch (e) {
      my.showToast({ content: '网络异常' });
    }
  },

  async load() {
    my.getOpenUserInfo({ //~ call-outside-authorize: `onReady`
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },
});
