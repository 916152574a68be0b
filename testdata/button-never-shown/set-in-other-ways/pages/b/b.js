// 服务端返回什么就放什么
Page({
  data: { canUse: false, name: '' },

  onLoad() {
    my.request({ url: 'https://api.example.com/flags', success: (res) => this.setData(res.data) });
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
