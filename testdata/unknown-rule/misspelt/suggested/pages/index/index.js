Page({
  onOk() {
    // consentlint-ignore colours -- house style //~ unknown-rule: no rule is called `colours`
    my.showToast({ content: 'ok' });
  },

  onAuthError() {
    my.showToast({ content: 'Not authorized; you can try again later' });
  },
});
