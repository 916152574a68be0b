import bus from './utils/bus';
import { current } from './utils/pages';

App({
  globalData: { session: null },

  onLaunch(options) {
    my.request({
      url: 'https://shop.example.com/session',
      success: (res) => {
        this.globalData.session = res.data;
        // 首页等登录态的回调（首页会设置）
        if (this.sessionReadyCallback) this.sessionReadyCallback(res.data);
        // 其他页面的回调：启动时还没有
        if (this.onSession) this.onSession(res.data);
        if (this.onCoupon) this.onCoupon(res.data);
        if (this.onPlace) this.onPlace();
      },
    });
    bus.emit('launched', options);
    setTimeout(() => {
      const page = getCurrentPages().pop();
      if (page && page.refresh) page.refresh();
      if (current.page) current.page.reload();
    }, 500);
  },
});
