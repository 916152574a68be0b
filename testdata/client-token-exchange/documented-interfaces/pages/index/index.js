import { exchange } from '../../utils/server';

const base = 'https://open.example.com';

function post(url, data) {
  return new Promise((resolve, reject) => {
    my.request({ url: base + url, method: 'POST', data, success: resolve, fail: reject });
  });
}

Page({
  login() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: async (res) => {
        const token = await post('/v1/oauths/applyToken', { code: res.authCode }); //~ client-token-exchange: `/v1/oauths/applyToken` belongs on the server
        await post(`${base}/v2/authorizations/applyToken`, { token }); //~ client-token-exchange
        await post('https://' + 'open.example.com' + '/v1/users/inquiryUserInfo', { token }); //~ client-token-exchange
        await exchange(res.authCode);
      },
      fail: () => {},
    });
  },
});
