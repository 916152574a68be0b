import { promisify } from '../../utils/promisify';

const getAuthCode = promisify(my.getAuthCode);

const send = (authCode) =>
  my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });

// Quien llama decide qué hacer con una negativa.
export const ask = () => getAuthCode({ scopes: 'auth_user' });

Page({
  data: {},

  async pay() {
    try {
      const { authCode } = await getAuthCode({ scopes: 'auth_user' });
      send(authCode);
    } catch (error) {
      my.showToast({ content: 'Puede pagar sin entrar' });
    }
  },

  save() {
    getAuthCode({ scopes: 'auth_user' })
      .then(({ authCode }) => send(authCode))
      .catch(() => my.showToast({ content: 'Puede seguir sin entrar' }));
  },

  async share() {
    const { authCode } = await this.code().catch(() => ({}));
    if (authCode) send(authCode);
  },

  code() {
    return getAuthCode({ scopes: 'auth_user' });
  },
});
