Page({
  data: { canUse: my.canIUse('button.open-type.getAuthorize'), name: '' },

  onLoad() {
    const pages = getCurrentPages();
    const before = pages[pages.length - 2];
    if (before) before.setData({ canUse: true });
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
