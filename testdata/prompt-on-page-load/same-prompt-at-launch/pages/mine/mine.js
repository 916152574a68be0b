Page({
  onLoad() {
    getApp().login();
  },
});
