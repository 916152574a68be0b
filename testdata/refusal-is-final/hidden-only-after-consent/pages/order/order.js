Page({
  data: { asking: true, ready: my.canIUse('button.open-type.getAuthorize') },

  onPhone() {
    my.getPhoneNumber({
      success: ({ response }) => {
        this.setData({ asking: false });
        this.send(response);
      },
      fail: () => this.onRefused(),
    });
  },

  send(response) {
    my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
  },

  onRefused() {
    my.confirm({
      title: '不再提醒？',
      success: ({ confirm }) => {
        if (confirm) this.setData({ asking: false });
      },
    });
  },

  pay() {
    my.showToast({ content: '已下单' });
  },
});
