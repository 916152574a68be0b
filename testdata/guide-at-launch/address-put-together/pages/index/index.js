import { push, replace, byName, relaunch, back, Router } from '../../utils/router';

const router = new Router();

Page({
  onLoad(options) {
    const url = '/pages/login/login?shop=' + options.shop;
    my.navigateTo({ url }); //~ guide-at-launch: pages/login/login
    push('login', { shop: options.shop });
    replace('menu', { shop: options.shop });
    byName('login');
    relaunch({ url: '/pages/menu/menu', params: { a: 1 } });
    back('../menu/menu');
    router.to('../login/login', 'index');
    router.home('menu');
  },

  // 点击之后可以去登录
  onTap() {
    replace('login');
    relaunch();
    back();
    router.home('cart');
  },
});
