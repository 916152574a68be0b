Page({
  login() {
    if (this.locked) return;
    this.locked = true;
    my.getAuthCode({
      scopes: 'auth_user',
      fail: () => {
        this.locked = false;
        this.login(); //~ prompt-loop
      },
    });
  },

  // 不是锁：它之后才改
  unlocked() {
    this.loading = true;
    my.getAuthCode({
      scopes: 'auth_user',
      fail: () => {
        this.unlocked(); //~ prompt-loop
        this.loading = false;
      },
    });
  },

  // Al preguntar de nuevo sigue cerrado.
  closed() {
    if (this.busy) return;
    this.busy = true;
    my.getAuthCode({
      scopes: 'auth_user',
      fail: () => {
        this.closed();
        this.busy = false;
      },
    });
  },
});
