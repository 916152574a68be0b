Page({
  data: { nickName: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const outer = JSON.parse(res.response);
        if (!outer.response) return;
        outer.nickName = outer.response.nickName;
        outer.code = outer.response.code;
        if (outer.code === '10000') this.setData({ nickName: outer.nickName });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
