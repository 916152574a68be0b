Page({
  onAuthError() {
    my.showToast({ content: 'Not authorized; you can try again later' });
  },
  onOk() {
    my.showToast({ content: 'ok' });
  },
});
