Page({
  onOk() {},
  onAuthError() {
    my.showToast({ content: 'Not authorized; you can try again later' });
  }, /* nothing yet */ });
