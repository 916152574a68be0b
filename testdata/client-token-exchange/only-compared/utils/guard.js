// 仅允许服务端调用的接口
const SERVER_ONLY = ['/v1/oauths/applyToken', '/v2/authorizations/applyToken', 'openapi.alipay.com'];

export const GATEWAY = 'https://openapi.alipay.com/gateway.do'; //~ client-token-exchange
const OLD = 'https://openapi.alipaydev.com/gateway.do';
const ROUTES = ['/v1/oauths/applyToken', '/login']; //~ client-token-exchange

export function check(url) {
  if (SERVER_ONLY.some((part) => url.indexOf(part) > -1)) {
    throw new Error('Pida ' + url + ' en el servidor, no /v1/users/inquiryUserInfo');
  }
  if (url === OLD || GATEWAY === url) console.warn('https://openapi.alipay.com/gateway.do no se usa aquí');
  switch (url) {
    case '/v1/users/inquiryUserInfo': return '';
    default: return url;
  }
}

export const known = (at) => ROUTES.includes(at) && ROUTES[0];
