Page({
  onOk() {
    // consentlint-ignore unhandled-refusal -- asked nowhere //~ unused-suppression
    my.showToast({ content: 'ok' });
  },
  // consentlint-ignore empty-on-error -- nothing follows //~ unused-suppression
});
