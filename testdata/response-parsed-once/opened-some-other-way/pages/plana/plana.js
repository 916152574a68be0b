Page({
  data: { nickName: '' },

  async onAuthorized() {
    try {
      const res = await my.getOpenUserInfo();
      if (res.code === '10000') this.setData({ nickName: res.nickName });
    } catch (error) {
      this.onRefused();
    }
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
