Page({
  data: { nick: '', done: false, can: my.canIUse('button.open-type.getAuthorize') },

  onUser(e) {
    this.setData({ nick: e.detail.userInfo.nickName });
    this.after(true);
  },

  onRefused() {
    this.after(false);
    my.showToast({ content: '请手动填写' });
  },

  after(ok) {
    if (ok) this.setData({ done: true });
  },
});
