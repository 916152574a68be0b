Page({
  data: { nickName: '' },

  chosen() {
    my.getOpenUserInfo({ //~ call-outside-authorize: from the handler `onTap`
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },
});
