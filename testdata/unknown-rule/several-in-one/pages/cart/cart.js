Page({
  onPhone() {
    /* consentlint-ignore UNHANDLED-REFUSAL until=2999-12-31 -- 大写不算 */ //~ unknown-rule: `unhandled-refusal` is
    my.getAuthCode({ scopes: ['auth_user'], success: (res) => my.showToast({ content: res.authCode ? '好' : '' }) }); //~ double-prompt //~ unhandled-refusal
  },
});
