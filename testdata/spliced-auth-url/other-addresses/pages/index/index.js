// https://openauth.alipay.com/oauth2/publicAppAuthorize.htm is for the web site
const ALLOWED = ['openauth.alipay.com', 'h5.example.com'];

Page({
  data: { id: 'tienda' },
  onLoad({ url }) {
    const host = new RegExp('^https://([^/]+)').exec(url);
    this.setData({ ok: ALLOWED.includes(host && host[1]), login: 'https://openauth.alipay.com.example.com/oauth2/' });
  },
});
