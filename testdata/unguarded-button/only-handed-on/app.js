import bridge from './bridge/index';

App({
  onLaunch() {
    bridge.getSystemInfo((info) => console.log(info.model));
  },
});
