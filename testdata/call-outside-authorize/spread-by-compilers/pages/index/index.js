Page({
  open(e) {
    my.navigateTo({ url: e.currentTarget.dataset.url });
  },
});
