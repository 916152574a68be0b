import { isNetwork } from '../../utils/errors';

Page({
  async entrar() {
    try {
      const { authCode } = await my.getAuthCode({ scopes: 'auth_user' });
      my.request({ url: 'https://api.example.com/perfil', data: { authCode } });
    } catch (e) {
      if (isNetwork(e)) { await this.entrar(); }
      else if (Number(e.error) === 12) this.entrar();
    }
  },

  async otra() {
    try {
      const { authCode } = await my.getAuthCode({ scopes: 'auth_user' });
      my.request({ url: 'https://api.example.com/perfil', data: { authCode } });
    } catch ({ error }) {
      if (error === 12) return this.otra();
      if (error === 11 || error === 10) {
        await this.otra(); //~ prompt-loop
      }
    }
  },
});
