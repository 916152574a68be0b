import { greet, hint, note, post, send, showAlert, trace } from '../../http';

Page({
  data: { title: '登录' },

  login() {
    note('login');
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => {
        post('/session', { authCode });
        note(authCode.length);
      },
    });
    my.getAuthCode({ scopes: 'auth_base', success: ({ authCode }) => note(authCode) }); //~ leaked-auth-code
    post('/visits');
  },

  ask() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        showAlert('code:' + res.authCode)
        trace('respuesta', res);
        hint(res.authCode);
        send('/enlace', { code: res.authCode });
        greet(res.authCode);
      },
      fail: (err) => hint(err.errorMessage),
    });
  },
});
