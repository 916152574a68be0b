Page({
  data: {
    ready: my.canIUse('button.open-type.getAuthorize'),
    refused: my.getStorageSync({ key: 'linkRefused' }).data,
  },

  allow() {
    my.navigateBack();
  },

  refuse() {
    my.setStorageSync({ key: 'linkRefused', data: true });
    this.setData({ refused: true });
  },

  ask() {
    this.setData({ refused: false });
  },
});
