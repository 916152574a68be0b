const ROUTES = { login: '/pages/login/login', menu: '/pages/menu/menu' };
const HOME = '/pages/menu/menu';

// ?a=1&b=2
const query = (params = {}) => Object.keys(params).map((key) => `${key}=${params[key]}`).join('&');

// Cada quien llama dice el nombre de la ruta.
export const push = (name, params) => {
  my.navigateTo({ url: `${ROUTES[name]}?${query(params)}` }); //~ guide-at-launch: pages/login/login
};

// 同样的写法，启动时只去菜单
export const replace = (name, params) => {
  my.redirectTo({ url: `${ROUTES[name]}?${query(params)}` });
};

export const byName = (name) => my.navigateTo({ url: `/pages/${name}/${name}` }); //~ guide-at-launch

export const relaunch = ({ url = '/pages/login/login', params } = {}) => {
  let target = url;
  if (params) target += '?' + query(params);
  my.reLaunch({ url: target });
};

export const back = (url) => my.redirectTo({ url: url || ROUTES.login });

const withFrom = (url, from) => url + (url.indexOf('?') < 0 ? '?' : '&') + 'from=' + from;

export class Router {
  to(url, from) {
    return new Promise((resolve, reject) => {
      my.navigateTo({ url: withFrom(url, from), success: resolve, fail: reject }); //~ guide-at-launch
    });
  }

  home(tab) {
    return my.reLaunch({ url: tab === 'cart' ? '/pages/login/login' : HOME + '?tab=' + tab });
  }
}
