const DOC = 'https://docs.wallet.example.com/docs/v1/oauths/applyToken';
const SERVER_ONLY = ['/v1/oauths/applyToken', '/v2/authorizations/applyToken'];

Page({
  data: {
    ruta: '/v1/users/inquiryUserInfo', //~ client-token-exchange
  },

  copiar() {
    my.setClipboard({ text: DOC });
    my.alert({ title: 'Servidor', content: `Vea ${DOC}` });
  },

  abrir() {
    my.alert({ title: 'Servidor', content: 'El servidor llama a /v1/oauths/applyToken' });
  },

  cargar() {
    if (SERVER_ONLY.includes(this.data.ruta)) return;
    my.request({ url: 'https://api.example.com' + this.data.ruta });
  },
});
