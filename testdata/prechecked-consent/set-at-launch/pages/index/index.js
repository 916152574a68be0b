Page({
  data: { form: { agree: false }, seen: true },
  onLoad() {
    this.reset();
    // Taken back before the page is seen.
    this.setData({ seen: false });
  },
  reset() {
    this.setData({ 'form.agree': true });
  },
  toggle(e) {
    this.setData({ 'form.agree': e.detail.value });
  },
});
