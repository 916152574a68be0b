import { reLaunch, restart, toPage } from '../../utils/router';

Page({
  masuk() {
    reLaunch('/pages/login/login');
    restart('/pages/index/index');
  },

  pedido() {
    my.getAuthCode({ scopes: 'auth_user', fail: () => reLaunch('/pages/index/index') });
  },

  // 拒绝后又回到只有授权按钮的页面
  order() {
    my.getAuthCode({ scopes: 'auth_user', fail: () => restart('/pages/login/login') });
  },

  reservar() {
    toPage('index', 'reserva');
    my.getAuthCode({ scopes: 'auth_user', fail: () => toPage('login', 'reserva') });
  },
});

