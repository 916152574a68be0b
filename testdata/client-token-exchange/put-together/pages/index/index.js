import { get, own, inquiry, send } from '../../utils/http';

const HOST = 'https://open.example.com/v2';

Page({
  canjear() {
    my.getAuthCode({ scopes: 'auth_base', success: async ({ authCode }) => {
      const { accessToken } = (await get('/oauths/applyToken', { authCode })).data; //~ client-token-exchange: /v1/oauths/applyToken
      await inquiry(accessToken);
      own('/oauths/applyToken', { id: this.data.id });
    } });
  },

  renovar() {
    my.request({ url: HOST + '/authorizations/applyToken', data: { grantType: 'REFRESH_TOKEN' } }); //~ client-token-exchange
    my.request({ url: [HOST, 'authorizations', 'applyToken?x=1'].join('/') }); //~ client-token-exchange
    my.request({ url: HOST + '/ping' })
  },

  data: { id: '' },

  ambas() {
    const bases = this.data.id ? 'https://api.tienda.example/v1' : 'https://api.tienda.example';
    const rutas = this.data.id ? '/socio' : '/oauths/applyToken';
    send(bases, rutas);
  },
});
