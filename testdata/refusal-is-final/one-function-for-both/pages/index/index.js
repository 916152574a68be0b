Page({
  open() {
    my.navigateTo({ url: '/pages/order/order' });
  },
});
