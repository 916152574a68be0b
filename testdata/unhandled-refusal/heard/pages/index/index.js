import { login } from '../../login';

const send = (authCode) =>
  my.request({ url: 'https://api.example.com/session', method: 'POST', data: { authCode } });
const refused = () => my.showToast({ content: 'Puede seguir sin entrar' });

Page({
  async pay() {
    try {
      const { authCode } = await this.ask();
      send(authCode);
    } catch (error) {
      refused();
    }
  },

  ask() {
    return my.getAuthCode({ scopes: 'auth_user' }).then((res) => res);
  },

  save() {
    const asked = my.getAuthCode({ scopes: 'auth_user' });
    asked.then(({ authCode }) => send(authCode)).catch(refused);
  },

  share() {
    my.getAuthCode({ scopes: 'auth_user' }).then(({ authCode }) => send(authCode), refused);
  },

  open() {
    login({ success: ({ authCode }) => send(authCode), fail: refused });
  },

  both() {
    const asked = [my.getAuthCode({ scopes: 'auth_user' }), my.getSystemInfo()];
    Promise.all(asked).then(([{ authCode }]) => send(authCode)).catch(refused);
  },

  later() {
    const options = { scopes: 'auth_user', success: ({ authCode }) => send(authCode) };
    options.complete = (res) => {
      if (!res.authCode) refused();
    };
    my.getAuthCode(options);
  },

  async refresh() {
    const [res] = await Promise.all([my.getAuthCode({ scopes: 'auth_user' }), my.getSystemInfo()])
      .catch(() => { refused(); return []; });
    if (res) send(res.authCode);
    const [first] = await Promise.allSettled([my.getAuthCode({ scopes: 'auth_user' })]);
    if (first.value) send(first.value.authCode);
  },

  enter() {
    this.entering = my.getAuthCode({ scopes: 'auth_user' }).then(({ authCode }) => send(authCode));
  },

  async order() {
    try { await this.entering } catch (e) { refused(); }
  },
});
