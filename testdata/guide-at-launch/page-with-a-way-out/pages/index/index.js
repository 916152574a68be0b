Page({
  onLoad(query) {
    if (!query.city) my.navigateTo({ url: '/pages/city/city' });
    if (query.from) my.navigateTo({ url: query.from });
    if (query.card) my.navigateTo({ url: '/pages/login/login?card=' + query.card });
  },

  open() {
    my.navigateTo({ url: '/pages/login/login' });
  },
});
