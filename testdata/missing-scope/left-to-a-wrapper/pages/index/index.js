Page({
  data: {
    can: my.canIUse('button.open-type.getAuthorize'),
    current: '',
    later: '',
    ways: [{ scope: 'userInfo', label: '昵称头像' }],
  },

  onLoad(query) {
    this.setData({ current: query.scope });
  },

  onAgreed() {
    this.setData({ done: true });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写' });
  },

  skip() {
    my.navigateBack();
  },
});
