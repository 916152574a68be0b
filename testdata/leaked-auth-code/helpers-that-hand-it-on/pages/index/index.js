import * as router from '../../utils/router';

Page({
  entrar() {
    my.getAuthCode({ scopes: 'auth_base', success: ({ authCode }) => {
      router.open({ url: '/pages/member/member?code=' + authCode }); //~ leaked-auth-code: address of a page
      router.open({ url: '/pages/member/member?from=home', success: () => this.enviar(authCode) });
    } });
  },

  volver() {
    my.getAuthCode({
      scopes: [ 'auth_base' ],
      success: (res) => {
        router.open({
          url: '/pages/member/member?c=' + res.authCode, //~ leaked-auth-code
        });
        router.replace({ url: '/pages/member/member?c=' + res.authCode }); //~ leaked-auth-code
      },
    });
  },

  enviar(code) {
    my.request({ url: 'https://api.example.com/login', data: { code } });
  },

  canjear(e) {
    const { code } = e.currentTarget.dataset;
    router.replace({ url: '/pages/member/member?code=' + code });
  },
});
