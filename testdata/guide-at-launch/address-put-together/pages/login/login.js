Page({
  ok() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (info.code === '10000') this.setData({ name: info.nickName });
      },
      fail: () => my.showToast({ content: '请手动填写' }),
    });
  },

  no() {
    my.showToast({ content: '请手动填写' });
  },
});
