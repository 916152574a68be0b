const ask = (scopes) => new Promise((resolve, reject) => {
  my.getAuthCode({ scopes, success: resolve, fail: reject });
});

const askForPoints = () => new Promise((resolve) => {
  my.getAuthCode({ scopes: 'auth_user', success: ({ authCode }) => resolve(authCode), fail: () => resolve(null) });
});

const confirmed = (content) => new Promise((resolve) => {
  my.confirm({ content, success: ({ confirm }) => resolve(confirm), fail: () => resolve(false) });
});

Page({
  data: { code: '' },

  async bind() {
    let auth = null;
    while (!auth) {
      try {
        auth = await my.getAuthCode({ scopes: 'auth_user' }); //~ prompt-loop: a refusal of `my.getAuthCode` asks again at once
      } catch (e) {
        console.log('用户取消授权', e);
      }
    }
    this.send(auth.authCode);
  },

  // 没拿到授权码就一直问
  async member() {
    let code
    do { code = await ask('auth_user').then((res) => res.authCode).catch(() => null) } while (!code) //~ prompt-loop
    this.send(code)
  },

  async points() {
    let code = '';
    for (;;) {
      my.showLoading();
      code = await askForPoints(); //~ prompt-loop
      my.hideLoading();
      if (code) break;
    }
    this.send(code);
  },

  async phone() {
    while (!this.data.code) {
      try {
        const { authCode } = await ask(['auth_user']); //~ prompt-loop
        this.setData({ code: authCode });
      } catch (e) {
        my.showToast({ content: '请授权' });
        continue;
      }
    }
  },

  // Un rechazo no cambia `listo`, y la vuelta empieza otra vez.
  async entrar() {
    let listo = false
    while (!listo) { listo = await this.preguntar() } //~ prompt-loop
  },

  async preguntar() {
    try {
      this.send((await ask('auth_user')).authCode);
      return true;
    } catch (e) {
      return false;
    }
  },

  // Después de la primera negativa se acaba.
  async cupones() {
    let code = null;
    do {
      code = await askForPoints();
      if (!code) { my.showToast({ content: 'Puede seguir sin entrar' }); return; }
    } while (!code);
    this.send(code);
  },

  async thrice() {
    let [count, auth] = [0, null];
    do {
      auth = await ask('auth_user').catch(() => null);
      if (auth) break;
      count++;
    } while (count < 3);
    for (let i = 0; i < 3; i++) {
      try { return this.send((await ask('auth_user')).authCode); } catch (e) { console.log(i); }
    }
    for (const scope of ['auth_user', 'auth_zhima']) {
      await ask(scope).catch(() => {});
    }
  },

  // 用户确认后才再问
  async agree() {
    let auth = null;
    while (!auth && await confirmed('是否授权登录？')) {
      auth = await ask('auth_user').catch(() => null);
    }
    while (!auth) {
      auth = await ask('auth_user').catch(() => confirmed('再试一次？').then(() => null));
    }
    while (!auth) {
      auth = await ask('auth_user').catch(async () => { await confirmed('再试一次？'); });
    }
    for (;;) {
      const code = await askForPoints();
      if (!code && !(await confirmed('再试一次？'))) return;
    }
  },

  async once() {
    let asked = false;
    while (!asked) {
      asked = true;
      await ask('auth_user').catch(() => {});
    }
    let refused = false;
    while (!refused) {
      try { this.send((await ask('auth_user')).authCode); } catch (e) { refused = true; }
    }
    while (!this.data.closed) {
      try { await ask('auth_user'); } catch (e) { this.close(); }
    }
  },

  close() {
    this.setData({ closed: true });
  },

  async wait() {
    let auth;
    while (!auth) {
      try { auth = await ask('auth_user'); } catch (e) { await this.untilTapped(); }
    }
  },

  untilTapped() {
    return new Promise((resolve) => { this.goOn = resolve; });
  },

  tapped() {
    if (this.goOn) this.goOn();
  },

  async queue() {
    const left = ['auth_user', 'auth_zhima'];
    while (left.length) {
      const scope = left.shift();
      try { await ask(scope); } catch (e) { my.showToast({ content: '已跳过' }); }
    }
  },

  async stop() {
    let attempts = 2;
    let code = null;
    while (!code && attempts) {
      attempts -= 1;
      code = await askForPoints();
    }
    while (!code) {
      try {
        code = (await ask('auth_user')).authCode;
      } catch (e) {
        if (e.error === 11) throw e;
      }
    }
  },

  send(code) {
    my.request({ url: 'https://api.example.com/session', data: { code } });
  },
});
