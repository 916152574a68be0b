Page({
  data: { title: '' },

  onLoad() {
    // consentlint-ignore prompt-at-launch -- 自助机，见 LEGAL-12
    my.getAuthCode({ scopes: ['auth_user'], success() {}, fail: () => this.open() });
    my.getAuthCode({ scopes: 'auth_user', success() {}, fail: () => this.open() }); // consentlint-ignore prompt-at-launch -- 自助机，见 LEGAL-12
    //~^ prompt-at-launch
    //~^^ unused-suppression: not its own line
  },

  open() {
    this.setData({ title: '可以先浏览' });
  },
});
