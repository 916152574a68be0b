import { SCOPES, ask, login } from '../../utils/auth';

Page({
  name() {
    login([SCOPES.NAME, SCOPES.FACE]).then(this.send).catch(this.refused);
  },

  phone() {
    login([SCOPES.PHONE]).then(this.send).catch(this.refused);
  },

  all() {
    login([SCOPES.NAME, SCOPES.PHONE]).then(this.send).catch(this.refused); //~ mixed-auth-scopes: `USER_NICKNAME` and `PLAINTEXT_MOBILE_PHONE`
  },

  text() {
    login('USER_AVATAR,PLAINTEXT_MOBILE_PHONE').then(this.send).catch(this.refused); //~ mixed-auth-scopes
  },

  pair() {
    ask({ first: SCOPES.NAME, second: SCOPES.FACE, success: this.send });
  },

  apart() {
    ask({ first: SCOPES.PHONE, success: this.send });
  },

  send({ authCode }) {
    my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
  },

  refused() {
    my.showToast({ content: '也可以手动填写' });
  },
});
