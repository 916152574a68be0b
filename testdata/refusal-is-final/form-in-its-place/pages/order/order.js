Page({
  data: { asking: true, ready: my.canIUse('button.open-type.getAuthorize') },

  onPhone() {
    my.getPhoneNumber({
      success: ({ response }) => this.send(response),
      fail: () => this.onRefused(),
    });
  },

  send(response) {
    my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
  },

  onRefused() {
    this.setData({ asking: false });
  },

  pay() {
    my.showToast({ content: '已下单' });
  },
});
