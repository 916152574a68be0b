/* consentlint-ignore-file unknown-rule -- read by two versions of the linter */
Page({
  onOk() {
    // consentlint-ignore rule-of-next-year -- for the next version
    my.showToast({ content: 'consentlint-ignore colours -- no comment' });
  },
});
