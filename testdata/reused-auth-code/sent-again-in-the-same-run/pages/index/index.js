import * as api from '../../services/api';

Page({
  data: { mobile: '' },

  async entrar() {
    const { authCode } = await my.getAuthCode({ scopes: 'auth_base' });
    const r = await api.login(authCode);
    if (!r.data.bound) {
      await api.bind(authCode, this.data.mobile); //~ reused-auth-code: second time
    }
  },

  // 登录失败后重试
  async reintentar() {
    const { authCode } = await my.getAuthCode({ scopes: 'auth_base' });
    try {
      await api.login(authCode)
    } catch (error) {
      await api.login(authCode); //~ reused-auth-code
    }
  },

  vincular() {
    my.getAuthCode({ scopes: 'auth_base', success: (res) => {
      my.request({
        url: 'https://api.tienda.example/login',
        data: { code: res.authCode },
        success: ({ data }) => {
          if (data.nuevo) this.registrar(res.authCode); //~ reused-auth-code
          else api.session(data.id);
        },
      });
    } });
    my.getAuthCode({ scopes: 'auth_base', success: ({ authCode }) => {
      api.login(authCode).then(() => api.bind(authCode)).catch(() => {}); //~ reused-auth-code
    } });
  },

  registrar(code) { my.request({ url: 'https://api.tienda.example/registro', data: { code } }) },

  // De cada camino, uno solo.
  async unaVez() {
    const { authCode } = await my.getAuthCode({ scopes: 'auth_base' });
    if (this.data.mobile) {
      await api.bind(authCode, this.data.mobile);
      return;
    }
    await api.login(authCode);
  },

  conRed() {
    my.getAuthCode({ scopes: 'auth_base', success: ({ authCode }) => {
      my.getNetworkType({
        success: () => api.login(authCode),
        fail: () => { api.bind(authCode); },
      });
    } });
    my.getAuthCode({ scopes: 'auth_base', success: async ({ authCode }) => {
      try {
        await my.getNetworkType();
        if (this.data.mobile) await api.bind(authCode);
      } catch (error) {
        await api.login(authCode);
      }
    } });
  },

  contar() {
    my.getAuthCode({ scopes: 'auth_base', success: (res) => {
      api.track('/visita', { code: res.authCode });
      api.track('/hora', { t: Date.now() })
      api.track('/lugar', { code: res.authCode }); //~ reused-auth-code: second time
    } });
    my.getAuthCode({ scopes: 'auth_base', success: (res) => api.track('/salida', { code: res.authCode }) });
  },

  async otra() {
    const first = await my.getAuthCode({ scopes: 'auth_base' });
    const r = await api.login(first.authCode);
    if (r.data.bound) return;
    const second = await my.getAuthCode({ scopes: 'auth_base' });
    await api.bind(second.authCode, this.data.mobile);
  },
});
