Page({
  data: { city: '' },

  onLoad() {
    this.recorder = my.getRecorderManager();
    my.getSetting({
      success: ({ authSetting }) => {
        if (authSetting.location) this.locate();
      },
    });
    my.confirm({
      content: '要查找附近的门店吗？',
      success: ({ confirm }) => {
        if (confirm) my.chooseLocation({ success: ({ name }) => this.setData({ city: name }) });
      },
    });
  },

  locate() {
    my.getLocation({ success: ({ city }) => this.setData({ city }) });
  },

  login() {
    this.locate();
    my.scan({ success: ({ code }) => this.setData({ city: code }) });
  },
});
