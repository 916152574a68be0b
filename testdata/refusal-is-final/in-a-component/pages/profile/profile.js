Page({
  type({ detail }) {
    this.phone = detail.value;
  },
});
