Page({
  data: { nick: '', closed: false, can: my.canIUse('button.open-type.getAuthorize') },

  onUser(e) {
    this.setData({ nick: e.detail.userInfo.nickName });
  },

  onClosed() {
    this.mark('refused');
  },

  mark(state) {
    if (state === 'refused') this.setData({ closed: true }); //~ refusal-is-final
    else my.showToast({ content: '请手动填写' });
  },
});
