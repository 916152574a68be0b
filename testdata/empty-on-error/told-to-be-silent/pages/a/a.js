Page({
  data: { nickName: '', can: my.canIUse('button.open-type.getAuthorize') },

  onUser(e) {
    this.setData({ nickName: e.detail.userInfo.nickName });
  },

  onRefused() { //~ empty-on-error
    this.tip({ silent: true });
  },

  onClosed() {
    this.tip({ silent: false });
  },

  tip({ silent }) {
    console.log('refused');
    if (!silent) my.showToast({ content: '请手动填写昵称' });
  },
});
