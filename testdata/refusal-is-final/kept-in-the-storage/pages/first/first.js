Page({
  data: {
    ready: my.canIUse('button.open-type.getAuthorize'),
    refusedAt: my.getStorageSync({ key: 'nameRefusedAt' }).data,
  },

  allow() {
    this.rename();
  },

  refuse() {
    my.showToast({ content: '可以自己填写' });
    my.setStorageSync({ key: 'nameRefusedAt', data: Date.now() }); //~ refusal-is-final
  },

  rename() {
    my.navigateTo({ url: '/pages/rename/rename' });
  },
});
