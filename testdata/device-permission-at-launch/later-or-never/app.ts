App({
  onLaunch() {
    const scanner = { scan: () => 'nothing' };
    scanner.scan();
    my.getSystemInfo({ success: ({ platform }) => (this.platform = platform) });
    if (my.canIUse('getLocation')) this.supported = true;
  },

  onHide() {
    my.getClipboard({ success: () => undefined });
  },
});
