Page({
  data: { ready: my.canIUse('button.open-type.getAuthorize') },
  open() {
    my.navigateTo({ url: '/pages/order/order' });
  },
});
