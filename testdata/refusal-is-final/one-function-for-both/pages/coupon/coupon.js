const KEY = 'couponAsked';

Page({
  data: { nick: '', done: false, can: my.canIUse('button.open-type.getAuthorize') },

  onLoad() {
    this.setData({ done: my.getStorageSync({ key: KEY }).data });
  },

  onUser(e) {
    this.setData({ nick: e.detail.userInfo.nickName });
    this.after(true);
  },

  onRefused() {
    this.after(false);
    my.showToast({ content: '可以手动输入昵称领取' });
  },

  after(ok) {
    if (ok) my.setStorageSync({ key: KEY, data: true });
  },
});
