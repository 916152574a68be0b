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
