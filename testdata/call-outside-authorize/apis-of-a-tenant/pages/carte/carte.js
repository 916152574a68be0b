Page({
  onLoad() {
    my.getMemberCard({ success: (card) => this.setData({ card }), fail: () => this.setData({ card: null }) }); //~ call-outside-authorize: `my.getMemberCard`
    my.getPhoneNumber({ success: (phone) => this.setData({ phone }) });
  },
});
