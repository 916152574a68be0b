import { all, enter, get, later, post, visit } from '../../utils/request';

Page({
  onLoad() {
    get({ path: '/coupons' });
    later({ path: '/orders' });
    all([{ path: '/a' }, { path: '/b' }], { path: '/public/c' });
    post({ path: '/visits' });
    enter('home');
    // 明确写成 undefined，默认值就不再生效
    visit({ quiet: undefined });
  },

  submit() {
    post({ path: '/visits', needsLogin: true });
  },
});
