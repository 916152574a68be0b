import * as router from '../../utils/router';
import { go, goTo, log } from '../../utils/router';

Page({
  entrar() {
    my.getAuthCode({ scopes: 'auth_base', success: ({ authCode }) => {
      log('login', { authCode }); //~ leaked-auth-code: written to a log
      go('/pages/member/member?code=' + authCode); //~ leaked-auth-code: address of a page
      router.open({ url: '/pages/member/member?code=' + authCode }); //~ leaked-auth-code: address of a page
      router.open({ url: '/pages/member/member?from=home', success: () => router.login(authCode) });
    } });
  },

  volver() {
    my.getAuthCode({
      scopes: [ 'auth_base' ],
      success: (res) => {
        log('bind', res) //~ leaked-auth-code
        go(`/pages/member/member?c=${res.authCode}`) //~ leaked-auth-code
        goTo('member', 'code=' + res.authCode) //~ leaked-auth-code
        router.open({
          url: '/pages/member/member?c=' + res.authCode, //~ leaked-auth-code
        });
        router.replace({ url: '/pages/member/member?c=' + res.authCode }); //~ leaked-auth-code
        router.post('https://api.example.com/bind', { code: res.authCode });
        router.note('bind', res.authCode); //~ leaked-auth-code
      },
    });
  },

  canjear(e) {
    const { code } = e.currentTarget.dataset;
    log('cupón', { code });
    router.note('cupón', code);
    router.post('https://api.example.com/canje', { code });
    go('/pages/member/member?code=' + code);
    router.replace({ url: '/pages/member/member?code=' + code });
  },
});
