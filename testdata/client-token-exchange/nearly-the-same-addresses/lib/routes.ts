// POST https://openapi.alipay.com/gateway.do — lo hace el servidor
export const RUTAS = {
  token: '/v1/oauths/applyTokenForShop',
  usuario: '/users/inquiryUserInfo',
  ayuda: 'https://opendocs.alipay.com/open/02nk0l',
  puente: 'https://openapi.alipay.com.example.mx/gateway.do',
  metodo: 'shop.system.oauth.token',
} as const;
