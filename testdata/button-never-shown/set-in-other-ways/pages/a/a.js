// 键名是计算出来的
Page({
  data: { canUse: false, name: '' },

  onLoad() {
    for (const key of ['canUse', 'canShare']) this.set(key, my.canIUse(key));
  },

  set(key, value) {
    this.setData({ [key]: value });
  },

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
