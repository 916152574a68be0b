export default {
  onShow() {
    this.setData({ canUse: !this.data.name });
  },
};
