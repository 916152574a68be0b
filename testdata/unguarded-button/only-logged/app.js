// 启动时记录基础库版本，方便排查问题
App({
  onLaunch() {
    const { SDKVersion, version } = my.getSystemInfoSync();
    console.log('SDKVersion', my.SDKVersion);
    console.info(`base library ${SDKVersion}, client ${version}`);
    my.getSystemInfo({ success: (res) => console.log('info', { sdk: res.SDKVersion }) });
  },
});
