const BLOCKED = ['https://openauth.alipay.com/oauth2/publicAppAuthorize.htm', 'https://m.example.com'];
const AUTH = 'https://openauth.alipay.com/oauth2/publicAppAuthorize.htm'; //~ spliced-auth-url

Page({
  // 网页发来的地址
  abrir(e) {
    const { url } = e.detail;
    if (url.startsWith('https://openauth.alipay.com/oauth2/publicAppAuthorize.htm') || BLOCKED.indexOf(url) > -1) {
      console.warn('https://openauth.alipay.com/ no funciona aquí: ' + url);
      return
    }
    if (url === AUTH) return;
    my.navigateTo({ url: '/pages/index/index?u=' + encodeURIComponent(url) });
  },

  autorizar() { my.navigateTo({ url: '/pages/index/index?u=' + encodeURIComponent(AUTH + '?app_id=2021') }) },
});
