Page({
  retry() {
    this.ask(3);
    this.left = 2;
    this.again();
    this.forever(true);
    this.once();
  },

  // Solo una vez más.
  once(again) {
    my.getAuthCode({
      scopes: 'auth_user',
      fail: () => {
        if (!again) this.once(true); //~ prompt-loop
      },
    });
  },

  ask(times) {
    my.getAuthCode({
      scopes: 'auth_user',
      fail: () => {
        if (times) this.ask(times - 1); //~ prompt-loop
      },
    });
  },

  again() {
    my.getAuthCode({
      scopes: 'auth_user',
      fail: () => {
        if (this.left--) this.again(); //~ prompt-loop
      },
    });
  },

  // 没有次数限制
  forever(again) {
    my.getAuthCode({
      scopes: 'auth_user',
      fail: () => {
        if (again) this.forever(again); //~ prompt-loop
      },
    });
  },
});
