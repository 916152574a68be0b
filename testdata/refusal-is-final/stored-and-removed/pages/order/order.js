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

  onLoad() {
    const { data: refused } = my.getStorageSync({ key: 'noPhone' });
    this.setData({ asking: !refused });
  },

  onRefused() {
    my.setStorageSync({ key: 'noPhone', data: true });
    my.showToast({ content: '暂不绑定' });
  },

  onUnload() {
    my.removeStorageSync({ key: 'noPhone' });
  },

  pay() {
    my.showToast({ content: '已下单' });
  },
});
