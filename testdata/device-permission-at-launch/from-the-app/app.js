App({
  onLaunch() {
    my.getSystemInfo({
      success: () => {
        my.openBluetoothAdapter({ //~ device-permission-at-launch: from `App.onLaunch`
          fail: () => my.showToast({ content: '请打开蓝牙' }),
        });
      },
    });
  },
});
