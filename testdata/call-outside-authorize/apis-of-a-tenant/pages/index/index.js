Page({
  data: { open: true },
  onCard() {
    my.getMemberCard({ success: (res) => this.show(res), fail: this.onRefused });
  },
  onPhone() {
    my.getPhoneNumber({ success: (res) => this.show(res) });
  },
  onRefused() {
    my.trackPage({ name: 'refused' });
    my.showToast({ content: 'Fill it in by hand' });
  },
  show(res) {
    this.setData({ res, open: false });
  },
});
