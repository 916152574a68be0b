import { login } from './utils/session';
import bus from './utils/bus';
import { report } from './utils/report';

App({
  globalData: {
    user: null,
    system: null,
    // 是否已登录
    isLogin: false,
  },

  onLaunch(options) {
    this.globalData.system = my.getSystemInfoSync();
    this.globalData.query = options.query || {};
    login()
      .then((user) => {
        this.globalData.user = user;
        this.globalData.isLogin = true;
        bus.emit('login', user);
      })
      .catch((error) => report('login', error));
    this.checkUpdate();
  },

  checkUpdate() {
    if (!my.canIUse('getUpdateManager')) {
      return;
    }
    const manager = my.getUpdateManager();
    manager.onUpdateReady(() => {
      my.confirm({
        title: '更新提示',
        content: '新版本已经准备好，是否重启应用？',
        success: ({ confirm }) => confirm && manager.applyUpdate(),
      });
    });
  },

  track(name, data) {
    report(name, Object.assign({ at: Date.now(), user: this.globalData.user }, data));
  },
});
