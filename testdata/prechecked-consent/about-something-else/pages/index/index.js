Page({
  onNews(e) {
    this.setData({ news: e.detail.value });
  },
  abrir() {
    my.navigateTo({ url: '/pages/privacidad/privacidad' });
  },
});
