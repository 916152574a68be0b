import { all, get, later, post } from '../../utils/request';

Page({
  onLoad() {
    get({ path: '/coupons' });
    later({ path: '/orders' });
    all([{ path: '/a' }, { path: '/b' }], { path: '/public/c' });
    post({ path: '/visits' });
  },

  submit() {
    post({ path: '/visits', needsLogin: true });
  },
});
