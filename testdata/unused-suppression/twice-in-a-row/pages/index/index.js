Page({
  // consentlint-ignore double-prompt -- 登录改版后删除
  // consentlint-ignore double-prompt -- 登录改版后删除
  onShow() {}, //~^ unused-suppression //~^^ unused-suppression
});
