export const GATEWAY = 'https://openapi.alipay.com/gateway.do';
