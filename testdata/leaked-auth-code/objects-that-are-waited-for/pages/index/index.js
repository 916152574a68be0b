const app = getApp();

Page({
  renew() {
    app.renew();
    app.refresh();
  },
});
