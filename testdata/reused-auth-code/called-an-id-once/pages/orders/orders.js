const app = getApp();

Page({
  onShow() {
    my.request({ url: 'https://api.example.com/orders', data: { userId: app.userId } });
  },
});
