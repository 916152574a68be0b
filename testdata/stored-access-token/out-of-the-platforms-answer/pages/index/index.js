const GATEWAY = 'https://openapi.alipay.com/gateway.do'; //~ client-token-exchange

Page({
  login() {
    my.getAuthCode({ success: ({ authCode }) => this.exchange(authCode) });
  },

  exchange(code) {
    my.request({
      url: GATEWAY + '?charset=utf-8',
      data: { method: 'alipay.system.oauth.token', code }, //~ client-token-exchange
      dataType: 'text',
      success: (res) => {
        const answer = JSON.parse(res.data).alipay_system_oauth_token_response;
        my.setStorage({ key: 'u', data: { user: answer.user_id, token: answer.access_token } }); //~ stored-access-token
        my.setStorageSync({ key: 'user', data: answer.user_id });
      },
    });
    this.renew(code);
  },

  async renew(code) {
    const { data } = await my.request({ url: `${this.data.host}/v2/authorizations/applyToken`, data: { code } }); //~ client-token-exchange
    my.setStorageSync({ key: 'all', data }); //~ stored-access-token
    const { refreshToken: later } = data;
    my.setStorageSync({
      key: 'later',
      data: later, //~ stored-access-token: access or refresh token
    });
  },
});
