App({
  ready: [],
  onLaunch() {
    const can = my.canIUse('button.open-type.getAuthorize');
    setTimeout(() => this.ready.forEach((page) => page.setData({ canUse: can })), 0);
  },
});
