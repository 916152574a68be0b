const SKIP = 'skip';

Page({
  data: { can: my.canIUse('button.open-type.getAuthorize') },
  onOk() {
    my.showToast({ content: 'ok' });
  },
  [SKIP]() {
    my.navigateTo({ url: '/pages/bare/bare' });
  },
});
