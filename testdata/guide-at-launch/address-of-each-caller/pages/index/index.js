Page({
  onLoad() {
    this.open('../menu/menu');
    this.enter('../member/member');
  },
  member() {
    this.open('../member/member');
  },
  open(url) {
    my.navigateTo({ url });
  },
  enter(url) {
    my.redirectTo({ url: url }); //~ guide-at-launch: pages/member/member
  },
});
