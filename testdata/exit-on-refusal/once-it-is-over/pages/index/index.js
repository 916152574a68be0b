import { getCode, mayAsk, relogin } from '../../utils/auth';

Page({
  async caught() {
    try {
      await getCode('auth_user');
    } catch (e) {
      my.showToast({ content: '已取消' });
    }
    my.exitMiniProgram(); //~ exit-on-refusal: a refusal of `my.getAuthCode` leaves the program by `my.exitMiniProgram`
  },

  async falsy() {
    const code = await getCode('auth_user').catch(() => null);
    if (!code) {
      my.exitMiniProgram(); //~ exit-on-refusal
      return;
    }
    this.send(code);
  },

  async resolved() {
    const ok = await mayAsk('auth_user');
    if (ok === false) my.exitMiniProgram(); //~ exit-on-refusal
  },

  chained() {
    mayAsk('auth_user').then((ok) => {
      if (ok) return;
      my.navigateBackMiniProgram({}); //~ exit-on-refusal
    });
  },

  async flagged() {
    let code = '', failed = false;
    try { code = await getCode('auth_user') } catch (err) { failed = err }
    if (failed) {
      my.exitMiniProgram(); //~ exit-on-refusal
    }
    if (code === '' || failed) return;
    this.send(code);
  },

  async thrown() {
    try {
      this.send(await relogin());
    } catch (e) {
      my.exitMiniProgram(); //~ exit-on-refusal
    }
  },

  handedOn() {
    getCode('auth_user')
      .catch((e) => { console.warn('rechazado'); throw e; })
      .then((code) => this.send(code))
      .catch(() => my.exitMiniProgram()); //~ exit-on-refusal
  },

  async inTheEnd() {
    try { await getCode('auth_user'); } finally {
      my.exitMiniProgram(); //~ exit-on-refusal
    }
  },

  whatever() {
    getCode('auth_user').catch(() => {}).then(() => {
      my.exitMiniProgram(); //~ exit-on-refusal
    });
  },

  async defaulted() {
    const [err] = await getCode('auth_user').then((code) => [null, code]).catch((e) => [e, null]);
    if (err) my.exitMiniProgram(); //~ exit-on-refusal
  },

  send(code) {
    my.request({ url: 'https://api.example.com/session', data: { code } });
  },
});
