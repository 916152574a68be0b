Page({
  data: { agreed: false, later: false, news: true },

  onLoad() {
    this.setData({ agreed: true });
  },

  onAgree(agreed) {
    this.setData({ agreed, later: agreed });
  },

  onNews(news) {
    this.setData({ news });
  },
});
