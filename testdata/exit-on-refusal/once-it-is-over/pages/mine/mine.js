// Nada de esto sale del programa tras un rechazo.
import { getCode, mayAsk, quietly, relogin } from '../../utils/auth';

Page({
  only() {
    mayAsk('auth_user').then((ok) => { if (ok) my.exitMiniProgram(); });
  },

  async given() {
    const code = await getCode('auth_user').catch(() => null);
    if (code) my.exitMiniProgram();
    if (code !== null) my.navigateBackMiniProgram({});
  },

  async returned() {
    try {
      await getCode('auth_user');
    } catch (e) {
      my.alert({ content: '稍后再试' });
      return;
    }
    my.exitMiniProgram();
  },

  async other() {
    let code;
    try { code = await getCode('auth_user'); } catch (e) { code = undefined; }
    if (!code) return;
    my.exitMiniProgram();
  },

  async kept() {
    try {
      await getCode('auth_user');
      this.done = true;
    } catch (e) { /* 继续 */ }
    if (this.done) my.exitMiniProgram();
  },

  quiet() { quietly(); },

  async inside() {
    try {
      await relogin();
      my.exitMiniProgram();
    } catch (e) {
      if (this.data.stays) throw e;
    }
  },

  second() {
    getCode('auth_user').then(() => my.exitMiniProgram(), () => false).then((stays) => {
      if (stays) my.exitMiniProgram();
    });
  },

  async unknown() {
    const [err, code] = await getCode('auth_user').then((it) => [null, it]).catch((e) => [e, null]);
    if (code || this.data.leaves) my.exitMiniProgram();
    if (!err) my.exitMiniProgram();
  },

  async loops() {
    let left = 3, code = null;
    while (left > 0 && !code) {
      left -= 1;
      code = await getCode('auth_user').catch(() => null);
    }
    if (code) my.exitMiniProgram();
  },

  async until() {
    for (;;) {
      try {
        await getCode('auth_user');
        break;
      } catch (e) {
        await this.explain();
      }
    }
    my.exitMiniProgram();
  },

  // However many conditions there are in the `try`: it was broken off.
  async deep() {
    try {
      if (this.data.p1) return;
      if (this.data.p2) return;
      if (this.data.p3) return;
      if (this.data.p4) return;
      if (this.data.p5) return;
      if (this.data.p6) return;
      if (this.data.p7) return;
      if (this.data.p8) return;
      if (this.data.p9) return;
      if (this.data.p10) return;
      if (this.data.p11) return;
      if (this.data.p12) return;
      if (this.data.p13) return;
      if (this.data.p14) return;
      if (this.data.p15) return;
      if (this.data.p16) return;
      if (this.data.p17) return;
      if (this.data.p18) return;
      const code = await getCode('auth_user');
      this.send(code);
      my.exitMiniProgram();
    } catch (e) {
      my.showToast({ content: 'Sin permiso' });
    }
  },

  send() {},

  explain() {
    return new Promise((resolve) => my.confirm({ content: '¿Otra vez?', success: resolve }));
  },
});
