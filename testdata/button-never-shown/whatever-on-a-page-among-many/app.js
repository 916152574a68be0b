App({
  onLaunch() {
    if (!my.canIUse('button.open-type.getAuthorize')) my.showToast({ content: '请升级支付宝' });
  },
});
