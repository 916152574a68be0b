const SKIP = 'skip';

Page({
  onAuthError() {
    my.showToast({ content: 'Not authorized; you can try again later' });
  },
  data: { can: my.canIUse('button.open-type.getAuthorize') },
  onOk() {
    my.showToast({ content: 'ok' });
  },
  [SKIP]() {
    my.navigateTo({ url: '/pages/bare/bare' });
  },
});
