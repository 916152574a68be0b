Page({
  data: { refused: false, ready: my.canIUse('button.open-type.getAuthorize') },

  onPhone() {
    my.getPhoneNumber({
      success: ({ response }) => this.send(response),
      fail: () => this.onRefused(),
    });
  },

  send(response) {
    my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
  },

  onRefused(e) {
    console.log(e);
    this.setData({ 'refused': true }); //~ refusal-is-final: disables the authorize button
  },

  pay() {
    my.showToast({ content: '已下单' });
  },
});
