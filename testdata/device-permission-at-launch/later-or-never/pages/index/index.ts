Page({
  data: { title: '附近的门店' },

  async onLoad() {
    const { authSetting } = await my.getSetting();
    if (!authSetting.location) {
      return this.setData({ title: '点击地图查看附近的门店' });
    }
    my.getLocation({ success: ({ city }) => this.setData({ title: city }) });
  },
});
