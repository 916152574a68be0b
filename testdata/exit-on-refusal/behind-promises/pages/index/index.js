const { getCode } = require('../../utils/auth');

Page({
  async login() {
    try {
      const code = await getCode('auth_user');
      this.send(code);
    } catch (e) {
      console.warn(e);
      my.navigateBackMiniProgram({ extraData: { ok: false } }); //~ exit-on-refusal: a refusal of `my.getAuthCode` leaves the program by `my.navigateBackMiniProgram`
    }
  },

  bind() {
    getCode('auth_zhima').then((code) => this.send(code)).catch(() => this.quit());
  },

  quit() {
    my.exitMiniProgram(); //~ exit-on-refusal
  },

  share() {
    my.getAuthCode({
      scopes: ['auth_user'],
      complete: (res) => {
        if (!res.authCode) {
          my.exitMiniProgram(); //~ exit-on-refusal
          return;
        }
        this.send(res.authCode);
      },
    });
  },

  send(code) {
    my.request({ url: 'https://api.example.com/session', data: { code } });
  },
});
