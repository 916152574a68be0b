Page({
  data: { nick: '', done: false, can: my.canIUse('button.open-type.getAuthorize') },

  onAuth(e) {
    if (e.type !== 'error') {
      this.setData({ nick: e.detail.userInfo.nickName });
      return;
    }
    my.showToast({ content: 'Escriba su apodo' });
    this.setData({ done: true }); //~ refusal-is-final
  },
});
