import { login, send, trace } from '../../utils/session';

Page({
  onLoad() {
    my.getAuthCode({ scopes: 'auth_base', success: ({ authCode }) => this.getUserId(authCode) });
    // With callbacks the call itself gives nothing.
    console.log('code', my.getAuthCode({ scopes: 'auth_base', success: (res) => login(res.authCode) }));
    trace('loaded');
    send('https://api.example.com/visit', { at: Date.now() });
  },

  masuk() {
    my.getAuthCode({
      scopes: ['auth_base'],
      success: (res) => {
        trace(res.authCode); //~ leaked-auth-code
        send('https://api.example.com/code', { code: res.authCode });
      },
    });
    const waiting = my.getAuthCode({ scopes: ['auth_base'] });
    waiting.then((res) => this.print(res)); //~ leaked-auth-code
  },

  getUserId(code) {
    console.log(code + '同意了'); //~ leaked-auth-code: written to a log
    send('https://api.example.com/user', { id: 1 });
    this.setData({ hasCode: !!code });
  },

  // It does nothing else.
  print(res) {
    console.log(res.authCode.length);
    console.log('all', res);
  },
});
