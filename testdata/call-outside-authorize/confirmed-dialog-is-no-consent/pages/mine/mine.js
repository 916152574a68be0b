Page({
  data: { nickName: '' },

  onLoad() {
    my.confirm({
      title: '提示',
      content: '是否使用您的昵称？',
      success: (res) => {
        if (!res.confirm) return;
        my.getOpenUserInfo({ //~ call-outside-authorize: once the user agrees in a dialog
          success: (res) => {
            const user = JSON.parse(res.response).response;
            if (user.code === '10000') this.setData({ nickName: user.nickName });
          },
          fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
        });
      },
    });
  },
});
