Page({
  go() {
    my.navigateTo({ url: '/pages/cart/cart' });
  },
});
