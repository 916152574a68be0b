Page({
  add() {
    getApp().getUserInfo();
  },
});
