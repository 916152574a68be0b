import AlipaySdk from 'alipay-sdk'; //~ client-token-exchange: package for servers

const GATEWAY = 'https://openapi.alipay.com/gateway.do'; //~ client-token-exchange: gateway

export function exchange(code) {
  const sdk = new AlipaySdk({ gateway: GATEWAY });
  return sdk.exec('alipay.system.oauth.token', { code }); //~ client-token-exchange
}
