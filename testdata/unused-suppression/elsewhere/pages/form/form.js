Page({
  // consentlint-ignore unhandled-refusal -- 写错了位置：在另一个方法上 //~ unused-suppression
  onPhone() {
    this.ask();
  },

  ask() {
    // consentlint-ignore double-prompt -- 这一条有用
    my.getAuthCode({ scopes: 'auth_user', success: (res) => this.setData({ ok: !!res.authCode }) }); //~ unhandled-refusal
  },
});
