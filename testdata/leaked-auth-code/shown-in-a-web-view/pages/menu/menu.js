Page({
  data: { url: 'https://h5.example.com/menu', code: '' },

  // 授权码只发给服务端，不进入网页地址
  login() {
    my.getAuthCode({
      scopes: ['auth_base'],
      success: (res) => {
        this.setData({ code: res.authCode, url: 'https://h5.example.com/menu?from=' + (res.authCode ? 'alipay' : 'guest') });
        my.request({ url: 'https://api.example.com/login', data: { code: res.authCode } });
      },
    });
  },
});
