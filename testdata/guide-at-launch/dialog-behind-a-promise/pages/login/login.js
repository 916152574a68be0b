Page({
  ok() {
    my.getOpenUserInfo({ fail: () => my.showToast({ content: '请手动填写' }), success: (res) => {
      const info = JSON.parse(res.response).response;
      if (info.code === '10000') this.setData({ name: info.nickName });
    } });
  },

  no() {
    my.navigateBack();
  },
});
