const app = getApp();

Page({
  onShow() {
    my.request({ url: 'https://api.example.com/index', data: { userId: app.userId } });
  },
});
