Page({
  data: { ok: my.canIUse('button.open-type.getAuthorize') },

  onPhone() {
    my.getPhoneNumber({
      success: (res) => {
        const answer = JSON.parse(res.response);
        if (answer.code && answer.code !== '10000') {
          this.explain(answer);
          return;
        }
        // A success has no code beside its encrypted text.
        if (answer.code !== '10000') console.log('not for us', answer); //~ leaked-auth-code
        if (answer.code || answer.msg) console.log('either', answer); //~ leaked-auth-code
        switch (answer.code) {
          case '40001':
            console.log('keys', answer);
            break;
          case '10000':
          case '40003':
            console.log('rights', answer); //~ leaked-auth-code
            break;
          default:
        }
        my.request({ url: 'https://api.example.com/phone', data: { text: res.response } });
        this.login(res);
      },
      fail: () => my.showToast({ content: '请手动填写' }),
    });
  },

  explain(answer) {
    console.error('phone', answer);
    my.showToast({ content: '请手动填写' });
  },

  login(phone) {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        // That another question failed says nothing of this one.
        if (phone.error) console.log('no phone', res); //~ leaked-auth-code
        if (!res.authCode) console.log('no code', res);
        if (res.error || res.errorMessage) console.log('error', res);
        const code = res && (res.authCode || res.code);
        if (!code) console.log('neither', res);
        let seen = res.authCode;
        if (phone.response) seen = phone.response;
        if (!seen) console.log('of either', res); //~ leaked-auth-code
        const either = res.authCode && phone.response;
        if (!either) console.log('not both', res); //~ leaked-auth-code
        if (res.authCode) {
          my.request({ url: 'https://api.example.com/login', data: { code: res.authCode } });
          return;
        }
        console.log('left over', res);
      },
      fail: () => {},
    });
  },

  about() {
    my.navigateTo({ url: '/pages/about/about' });
  },

  onRefused() {
    my.showToast({ content: '请手动填写' });
  },
});
