Page({
  data: { nickName: '' },

  async onAuthorized() {
    try {
      const res = await my.getOpenUserInfo();
      if (res.code === '10000') this.setData({ nickName: res.nickName });
      else this.openAny(res);
    } catch (error) {
      this.onRefused();
    }
  },

  openAny({ response }) {
    if (response.nickName) return this.setData({ nickName: response.nickName });
    const outer = JSON.parse(response);
    this.setData({ nickName: outer.nickName || outer.response.nickName });
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
