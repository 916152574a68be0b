const KEY = 'phone-refused';

Page({
  data: { visible: false, ready: my.canIUse('button.open-type.getAuthorize') },

  onLoad({ shared }) {
    const answer = my.getStorageSync({ key: KEY });
    if (answer.data === 'yes') return;
    this.setData({ visible: true });
    if (shared) this.buy();
  },

  allow() {
    my.navigateBack();
  },

  refuse() {
    my.setStorage({ key: KEY, data: 'yes' }); //~ refusal-is-final: a refusal stores `phone-refused`
    my.showToast({ content: 'De acuerdo' });
  },

  buy() {
    my.navigateTo({ url: '/pages/buy/buy' });
  },
});
