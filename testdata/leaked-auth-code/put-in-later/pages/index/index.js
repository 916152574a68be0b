Page({
  login() {
    const body = { page: 1 };
    console.log(body);
    my.getAuthCode({
      scopes: ['auth_base'],
      success: (res) => {
        console.log('before', body);
        if (this.data.isMember) {
          body.code = res.authCode;
          my.request({ url: 'https://api.example.com/login', data: body });
          return;
        }
        console.log('no member', body);
        if (this.data.isNew) {
          body.code = res.authCode;
        } else {
          console.log('not new', body);
        }
        // The answer comes later.
        my.request({
          url: 'https://api.example.com/login',
          data: body,
          success: () => console.log(body), //~ leaked-auth-code
        });
      },
    });
  },

  // 用户信息里带上了授权码
  whole() {
    my.getAuthCode({
      scopes: ['auth_base'],
      success: (res) => {
        const user = JSON.parse('{}');
        user.name = '张三';
        console.log(JSON.stringify(user));
        user.authCode = res.authCode;
        console.log(JSON.stringify(user)); //~ leaked-auth-code
        delete user.authCode;
        console.log(JSON.stringify(user));
      },
    });
  },

  parts() {
    my.getAuthCode({
      scopes: ['auth_base'],
      success: (res) => {
        const parts = ['t=1'];
        console.log(parts.join('&'));
        parts.push('code=' + res.authCode);
        console.log(parts.join('&')); //~ leaked-auth-code
        const params = {};
        Object.assign(params, { code: res.authCode });
        console.log(params); //~ leaked-auth-code
        my.request({ url: 'https://api.example.com/login?' + parts.join('&'), data: params });
      },
    });
  },

  joined() {
    my.getAuthCode({
      scopes: ['auth_base'],
      success: (res) => {
        let url = 'https://api.example.com/login';
        console.log(url);
        if (this.data.isNew) {
          url = '/pages/new/new';
          console.log(url);
        } else {
          url += '?code=' + res.authCode;
        }
        console.log(url); //~ leaked-auth-code
        my.request({ url });
        url = '/pages/index/index';
        console.log(url);
        let { authCode } = res;
        my.request({ url, data: { authCode } });
        authCode = '***';
        console.log(authCode);
        let query = '';
        for (const key of ['a', 'b']) {
          query += key + res.authCode;
        }
        console.log(query); //~ leaked-auth-code
      },
    });
  },

  // El código ya no está.
  sinCodigo() {
    my.getAuthCode({
      scopes: ['auth_base'],
      success: (res) => {
        const safe = { ...res };
        safe.authCode = '***';
        console.log(safe);
        const half = { ...res };
        if (this.data.isNew) delete half.authCode;
        console.log(half); //~ leaked-auth-code
        const next = { url: 'https://api.example.com/login?code=' + res.authCode };
        my.request(next);
        next.url = '/pages/index/index';
        my.navigateTo({ url: next.url });
        next.url = '/pages/index/index?code=' + res.authCode;
        my.navigateTo({ url: next.url }); //~ leaked-auth-code: into the address of a page
      },
    });
  },
});
