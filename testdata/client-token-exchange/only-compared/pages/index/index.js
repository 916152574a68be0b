import { check, known } from '../../utils/guard';

Page({
  cargar() {
    const url = check('https://api.example.com' + known('/login'));
    if (url.startsWith('https://openapi.alipay.com') || /v1/.test('/v1/oauths/applyToken')) return
    my.request({ url, success: ({ data }) => this.setData({ esAntiguo: data.via === 'alipay.system.oauth.token' }) });
  },
});
