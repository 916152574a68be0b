Page({
  data: { scope: '' },

  onLoad(query) {
    this.setData({ scope: query.scope });
  },

  login() {
    my.getAuthCode({
      scopes: ' auth_user , auth_base ',
      success: ({ authCode }) => this.send(authCode),
      fail: () => my.showToast({ content: '可以先浏览' }),
    });
    my.getAuthCode({
      scopes: ['hospital_order', 'nhsamp', 'mfrstre'],
      success: ({ authCode }) => this.send(authCode),
      fail: () => my.showToast({ content: '可以先浏览' }),
    });
    my.getAuthCode({
      scopes: this.data.scope,
      success: ({ authCode }) => this.send(authCode),
      fail: () => my.showToast({ content: '可以先浏览' }),
    });
    my.getAuthCode({
      scopes: ['USER_ID', this.data.scope],
      success: ({ authCode }) => this.send(authCode),
      fail: () => my.showToast({ content: '可以先浏览' }),
    });
  },

  send(authCode) {
    my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
  },
});
