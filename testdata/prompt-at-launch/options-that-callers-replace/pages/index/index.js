import { login, loginWith } from '../../utils/login';

Page({
  data: { title: 'Beranda' },

  onLoad() {
    loginWith({ timeout: 3000 });
  },

  masuk() {
    login({ scopes: ['auth_user'] });
  },
});
