Page({
  data: { name: '', canAsk: my.canIUse('button.open-type.getAuthorize') },

  onAuthorize() {
    my.getOpenUserInfo({ success: this.got, fail: this.onRefuse });
  },

  got(res) {
    const user = JSON.parse(res.response).response;
    this.setData({ name: user.nickName }); //~ unchecked-response-code
  },

  onRefuse(e) {
    this.setData({ name: e.detail ? '游客' : '' });
  },
});
