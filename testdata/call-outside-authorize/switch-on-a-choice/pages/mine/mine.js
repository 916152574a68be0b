const ACTIONS = ['改名', '换手机号'];

Page({
  data: { nickName: '' },

  more() {
    my.showActionSheet({
      items: ACTIONS,
      success: ({ index }) => {
        switch (index) {
          case 0:
            return this.rename();
          case 1:
            return my.navigateTo({ url: '/pages/index/index' });
          default:
            return undefined;
        }
      },
    });
  },

  rename() {
    my.getOpenUserInfo({ //~ call-outside-authorize: from the handler `onTap`
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },
});
