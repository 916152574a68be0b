const ALL = 'auth_usr,CASHIER'; //~ unknown-auth-scope: none of the scopes `auth_usr` (`auth_user`?), `CASHIER`

Page({
  login() {
    my.getAuthCode({
      scopes: 'CASHIER,auth_base,KYC_INFO,MINI_DANA', //~ unknown-auth-scope: the scopes `CASHIER`, `KYC_INFO` (DANA), `MINI_DANA`
      fail: () => this.later(),
    });
    my.getAuthCode({
      scopes: [
        'CASHIER', //~ unknown-auth-scope: no scope `CASHIER`
        'MINI_DANA', //~ unknown-auth-scope: no scope `MINI_DANA`
      ],
      fail: () => this.later(),
    });
    my.getAuthCode({ scopes: 'auth_base,auth_zhima', fail: () => this.later() });
  },

  ask(scopes = ALL) {
    my.getAuthCode({ scopes, fail: () => this.later() });
  },

  later() {
    my.showToast({ content: '已取消' });
  },

  onPullDownRefresh() {
    this.ask();
  },
});
