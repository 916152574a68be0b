Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), show: false, step: 'user', done: false, withPhone: false },

  open() {
    this.setData({ show: true });
  },

  close() {
    this.setData({ show: false });
  },

  onUser() {
    this.setData({ step: 'phone' });
  },

  onPhone() {
    this.setData({ done: true, show: false });
  },

  onAuthError() {
    my.showToast({ content: '也可以手动填写' });
  },
});
