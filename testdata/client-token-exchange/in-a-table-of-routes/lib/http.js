const { GATEWAY, Route } = require('./routes');
const { AlipayFormData } = require('alipay-sdk/lib/form'); //~ client-token-exchange: package for servers

module.exports = (code) =>
  my.request({
    url: GATEWAY.sandbox,
    data: { code, route: Route.Token, form: new AlipayFormData(), path: `/v2/customers/user/inquiryUserInfo?code=${code}` }, //~ client-token-exchange
  });
