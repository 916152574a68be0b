Page({
  onShow() {},
});
