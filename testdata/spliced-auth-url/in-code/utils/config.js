export const HOST = 'https://openauth.alipay.com';
const PAGES = { login: 'https://authweb.alipay.com/auth?auth_type=PURE_OAUTH_SDK' }; //~ spliced-auth-url: authweb.alipay.com

export const leave = () => my.navigateTo({ url: '/pages/web/web?url=' + encodeURIComponent(PAGES.login) });
