Page({
  save(ref) {
    this.phone = ref;
  },

  // 不是首页
  onLoad() {
    this.phone.show();
  },

  invite() {},
});
