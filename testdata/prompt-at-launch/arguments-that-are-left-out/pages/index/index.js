import { ask, code, codes, dispatch, login, post, request, signIn } from '../../utils/auth';

Page({
  onLoad() {
    login();
    signIn();
    code('auth_base');
    codes();
    ask(['auth_base']);
    request({ url: '/banners' });
    post({ url: '/visits', auth: true });
    dispatch('visit');
    dispatch('coupon');
  },

  join() {
    login(true);
    code();
    codes({ scopes: ['auth_base'] });
    ask();
    request({ url: '/orders', auth: true });
    dispatch('login');
  },
});
