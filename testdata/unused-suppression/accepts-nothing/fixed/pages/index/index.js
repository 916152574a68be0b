Page({
  onOk() {
    my.showToast({ content: 'ok' });
  },
});
