/* consentlint-ignore-file unhandled-refusal, double-prompt -- the demo build has no server */
Page({
  onOk() {
    my.getAuthCode({ scopes: 'auth_user', success: () => my.showToast({ content: 'ok' }) });
    // Rules that do not hold for these wallets are not judged.
    // consentlint-ignore unresolved-reference -- only seen with --verbose
    my.showToast({ content: 'consentlint-ignore missing-scope -- no comment' });
  },
});
