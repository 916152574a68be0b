enum Step { Idle, Ask }

Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), name: '', step: Step.Idle, state: Step.Idle },
  onLoad() {
    this.setData({ step: Step.Ask, state: Step.Idle });
  },
  join(e) {
    this.setData({ name: e.detail.userInfo.nickName, step: Step.Idle, state: Step.Idle });
  },
  look() {
    this.setData({ name: 'Guest' });
  },
  skip() {
    my.navigateTo({ url: '/pages/form/form' });
  },
});
