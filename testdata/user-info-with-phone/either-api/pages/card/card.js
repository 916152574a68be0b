Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize') },

  // 一次同意之后两种都取
  agree() {
    for (const read of [my.getOpenUserInfo, my.getPhoneNumber]) {
      read({ success: (res) => this.send(res.response), fail: () => this.deny() }); //~ user-info-with-phone
    }
  },
  send(response) {
    my.request({ url: 'https://shop.example.com/profile', method: 'POST', data: { response } });
  },
  deny() {
    this.setData({ manual: true });
  },
  onSkip() {
    my.navigateBack();
  },
});
