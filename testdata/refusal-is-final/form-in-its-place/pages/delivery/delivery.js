Page({
  data: { byHand: false, ready: my.canIUse('button.open-type.getAuthorize') },

  open() {
    my.navigateBack();
  },

  refuse() {
    this.setData({ byHand: true });
  },
});
