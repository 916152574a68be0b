// The server calls alipay.system.oauth.token and https://openapi.alipay.com/gateway.do.
const base = 'https://api.example.com';

Page({
  login() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        const data = { code: res.authCode, method: 'alipay' };
        my.request({ url: base + '/oauths/applyToken', data });
        my.request({ url: base + '/v1/login/applyToken', data }); //~ reused-auth-code: second time
        my.request({ url: `${base}/v1/users/inquiryUserInfoList`, data });
        console.log('the server asks alipay.system.oauth.token next');
      },
      fail: () => {},
    });
  },
});
