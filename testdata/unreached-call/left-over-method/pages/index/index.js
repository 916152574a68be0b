import { hello } from '../../utils/user';

Page({
  data: { nickName: hello() },

  onGetAuthorize() {
    my.getOpenUserInfo({ //~ unreached-call
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },
});
