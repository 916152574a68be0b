// 另一个页面来设置
Page({
  data: { canUse: false, name: '' },

  onOk() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === "10000") this.setData({ name: user.nickName });
      },
      fail: () => this.onNo(),
    });
  },

  onNo() {
    my.showToast({ content: "请手动填写" });
  },
});
