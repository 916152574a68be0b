Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), asks: false, invites: false, offers: false, name: '' },
  onLoad() {
    this.turn('idle');
    this.dispatch({ type: 'idle' });
    this.open('offers');
  },
  tap() {
    this.turn('ask');
    this.dispatch({ type: 'invite' });
  },
  turn(state) {
    switch (state) {
      case 'idle':
        this.setData({ name: '' });
        break;
      case 'ask':
        this.setData({ asks: true });
        break;
    }
  },
  dispatch(action) {
    if (action.type === 'invite') this.setData({ invites: true });
  },
  open(what) {
    switch (what) {
      case 'offers':
        this.setData({ offers: true });
    }
  },
  join(e) {
    this.setData({ name: e.detail.userInfo.nickName, asks: false, invites: false, offers: false });
  },
  skip() {
    my.navigateTo({ url: '/pages/form/form' });
  },
});
