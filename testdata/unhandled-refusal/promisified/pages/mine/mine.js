import { promisify, quietly, withMessage } from '../../utils/promisify';

const getAuthCode = promisify(my.getAuthCode);
const askQuietly = quietly(my.getAuthCode);
const askLoudly = withMessage(my.getAuthCode);

const send = (authCode) =>
  my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });

Page({
  data: {},

  async login() {
    const { authCode } = await getAuthCode({ scopes: 'auth_user' }); //~ unhandled-refusal
    send(authCode);
  },

  bind() {
    askQuietly({ scopes: 'auth_user' }).then(({ authCode }) => send(authCode)); //~ unhandled-refusal
  },

  async join() {
    const { authCode } = await askLoudly({ scopes: 'auth_user' });
    send(authCode);
  },
});
