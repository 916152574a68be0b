Page({
  // 拒绝之前已经记下
  login() {
    if (this.asked) return;
    this.asked = true;
    my.getAuthCode({ scopes: 'auth_user', fail: () => this.login() });
  },

  bind() {
    my.getAuthCode({
      scopes: 'auth_user',
      fail: () => {
        this.refused += 1;
        if (this.refused < 1) this.bind();
      },
    });
  },

  // 过了很久才再问
  join() {
    my.getAuthCode({
      scopes: 'auth_user',
      fail: () => {
        if (Date.now() - this.last > 86400000) this.join();
      },
    });
  },
});
