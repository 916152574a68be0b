import Taro, { reLaunch } from '@tarojs/taro';
import uni from './utils/uni';

App({
  onLaunch(options) {
    if (options.query && options.query.from === 'cupón') {
      Taro.redirectTo({ url: '/pages/login/login' }); //~ guide-at-launch: leads by `my.redirectTo` to `pages/login/login`
    }
    uni.redirectTo({ url: '/pages/login/login' });
  },

  onShow({ query }) {
    if (query && query.share) reLaunch({ url: '/pages/login/login' }); //~ guide-at-launch
    Taro.eventCenter.trigger('show', query);
  },
});
