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
    my.showToast({ content: '暂不绑定' });
    this.close();
  },

  close() {
    const that = this;
    setTimeout(function () {
      that.setData({ asking: false }); //~ refusal-is-final: a refusal sets `asking`, which hides the authorize button
    }, 1000);
  },

  pay() {
    my.showToast({ content: '已下单' });
  },
});
