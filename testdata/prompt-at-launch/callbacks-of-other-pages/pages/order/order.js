const app = getApp();

Page({
  onLoad() {
    app.onPlace = () => my.getLocation({
      success: (place) => this.setData({ place }),
      fail: () => this.setData({ manual: true }),
    });
  },
});
