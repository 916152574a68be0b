Page({
  data: { nick: '', done: false, can: my.canIUse('button.open-type.getAuthorize') },

  onAuth(e) {
    if (e.type === 'error') {
      my.showToast({ content: 'Escriba su apodo' });
      return;
    }
    this.setData({ nick: e.detail.userInfo.nickName, done: true });
  },
});
