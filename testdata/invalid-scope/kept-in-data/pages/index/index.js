Page({
  data: {
    can: my.canIUse('button.open-type.getAuthorize'),
    scope: 'userinfo', //~ invalid-scope: `userinfo`
    ahora: 'ninguno',
  },

  onLoad() {
    this.setData({ ahora: 'userInfo' });
  },

  onAgreed() {
    this.setData({ done: true });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写' });
  },
});
