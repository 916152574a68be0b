const app = getApp();

Page({
  data: { name: '', member: false, welcome: false, invited: false },

  onLoad() {
    this.canIUse = my.canIUse('button.open-type.getAuthorize');
    app.welcome(this);
  },

  onReady() {
    this.phone.show();
  },

  savePhone(ref) {
    this.phone = ref;
  },

  saveSecond(ref) {
    if (ref) this.second = ref;
  },

  openSecond() {
    const { second } = this;
    second.show();
  },

  openAtOnce(ref) {
    ref.show();
  },

  saveTap(ref) {
    this.tap = ref;
  },

  openTap() {
    this.tap.show();
  },

  member() {
    this.setData({ member: true });
  },

  invite() {
    this.setData({ invited: true });
  },

  onOk() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ name: user.nickName });
      },
      fail: () => this.onNo(),
    });
  },

  onNo() {
    my.showToast({ content: '可以手动填写' });
  },
});
