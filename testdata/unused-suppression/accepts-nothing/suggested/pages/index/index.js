Page({
  onOk() {
    my.showToast({ content: 'ok' });
  },

  onAuthError() {
    my.showToast({ content: 'Not authorized; you can try again later' });
  },
});
