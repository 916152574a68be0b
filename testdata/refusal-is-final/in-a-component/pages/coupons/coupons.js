Page({
  data: { open: false, coupons: [] },

  toggle() {
    this.setData({ open: !this.data.open });
  },
});
