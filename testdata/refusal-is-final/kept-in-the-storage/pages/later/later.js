Page({
  data: { asked: false, ready: my.canIUse('button.open-type.getAuthorize') },

  onShow() {
    const { data } = my.getStorageSync({ key: 'phoneAsked' });
    if (data) this.setData({ asked: true });
  },

  allow() {
    my.navigateBack();
  },

  refuse() {
    my.setStorageSync({ key: 'phoneAsked', data: true });
    my.showToast({ content: '随时可以重新授权' });
  },
});
