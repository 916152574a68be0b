import { call } from '/utils/login';

Page({
  data: { banners: [] },

  onLoad() {
    Promise.resolve()
      .then(() => call('banners', {}))
      .then((res) => this.setData({ banners: res.data }), () => my.showToast({ content: '网络异常' }));
  },
});
