Page({
  data: { userInfo: null },

  onAuthorized() {
    my.getOpenUserInfo({
      fail: (res) => {
        this.onRefused(res)
      },
      success: (res) => {
        let userInfo = JSON.parse(res.response).response // 以下方的报文格式解析两层 response
        this.setData({ userInfo }) //~ unchecked-response-code
      }
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
