import start from '../../mixins/start';

Page({
  mixins: [start],
  data: { nickName: '' },

  onLoad() {
    this.start();
  },

  load() {
    this.agreed();
  },

  agreed() {
    my.getOpenUserInfo({ //~ call-outside-authorize: from `onLoad`
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },
});
