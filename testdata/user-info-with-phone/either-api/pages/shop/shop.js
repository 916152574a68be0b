const API = { userInfo: 'getOpenUserInfo', phoneNumber: 'getPhoneNumber' };

Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize') },

  // 一个回调，两个按钮：一次只取一种
  agree(e) {
    const { kind } = e.target.dataset;
    const read = kind === 'phoneNumber' ? my.getPhoneNumber : my.getOpenUserInfo;
    read({ success: (res) => this.send(res.response), fail: () => this.deny() });
  },
  again(e) {
    const { kind } = e.target.dataset;
    my[API[kind]]({ success: (res) => this.send(res.response), fail: () => this.deny() });
  },
  send(response) {
    my.request({ url: 'https://shop.example.com/profile', method: 'POST', data: { response } });
  },
  deny() {
    this.setData({ manual: true });
  },
  onSkip() {
    my.navigateTo({ url: '/pages/card/card' });
  },
});
