Page({
  data: { nickName: '' },

  async onAuthorized() {
    try {
      const { response } = await my.getOpenUserInfo();
      const { code, nickName } = JSON.parse(response).response;
      switch (code) {
        case '10000':
          this.setData({ nickName });
          break;
        case '40003':
          this.onRefused();
          break;
      }
    } catch (error) {
      this.onRefused();
    }
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
