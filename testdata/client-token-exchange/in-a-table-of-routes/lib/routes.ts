export const enum Route {
  Login = '/api/login',
  Token = '/v1/authorizations/applyToken', //~ client-token-exchange: `/v1/authorizations/applyToken`
}

export const GATEWAY: Readonly<Record<string, string>> = Object.freeze({
  sandbox: 'https://openapi-sandbox.dl.alipaydev.com/gateway.do', //~ client-token-exchange: gateway
});
