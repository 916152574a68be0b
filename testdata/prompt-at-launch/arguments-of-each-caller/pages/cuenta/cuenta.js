import { once, throttle } from '../../utils/throttle';
import { login, visit } from '../../utils/login';

const fail = () => my.showToast({ content: 'Puede seguir sin cuenta' });
const ask = throttle((scopes) => my.getAuthCode({ scopes, fail }));
const askOnce = once((scopes) => my.getAuthCode({ scopes, fail }));
const askNow = throttle((scopes) => my.getAuthCode({ scopes, fail })); //~ prompt-at-launch

Page({
  onLoad() {
    ask('auth_base');
    askOnce('auth_base');
    askNow('auth_user');
    login('auth_base');
    visit('auth_user');
  },

  unirse() {
    ask('auth_user');
    askNow('auth_base');
    visit('auth_base');
  },

  sumar() {
    askOnce('auth_user');
  },

  otro() {
    login('auth_user');
  },
});
