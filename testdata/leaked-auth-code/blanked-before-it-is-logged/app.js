App({
  onLaunch() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        const state = { code: res.authCode, from: 'launch' };
        my.request({ url: 'https://api.example.com/session', data: { code: state.code } });
        state.code = '';
        console.log(state);

        const half = { code: res.authCode, from: 'launch' };
        half.from = 'log';
        console.log(half); //~ leaked-auth-code

        const later = { code: res.authCode, from: 'launch' };
        console.log(later); //~ leaked-auth-code
        delete later.code;
        console.log('after', later);

        const sometimes = { code: res.authCode, from: 'launch' };
        if (res.errorCode) sometimes.code = '';
        console.log(sometimes); //~ leaked-auth-code
      },
    });
  },
});
