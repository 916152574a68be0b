import { authorize, safely } from '../../utils/auth';

Page({
  async enter() {
    const r = await authorize();
    if (!r.ok) {
      my.exitMiniProgram(); //~ exit-on-refusal
      return;
    }
    this.send(r.code);
  },

  sign() {
    authorize().then(({ ok, code, cancelled }) => {
      if (ok === false && cancelled) my.navigateBackMiniProgram(); //~ exit-on-refusal
      else this.send(code);
    });
  },

  async draw() {
    const { error, authCode } = await safely();
    if (error) return this.draw(); //~ prompt-loop
    this.send(authCode);
  },

  send(code) {
    my.request({ url: 'https://api.example.com/login', method: 'POST', data: { code } });
  },
});
