import { phone } from './user';

Page({
  data: { nickName: '' },

  onReady() {
    this.load();
  },

  load() {
    my.getOpenUserInfo({ //~ call-outside-authorize: when the page opens
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },
});
