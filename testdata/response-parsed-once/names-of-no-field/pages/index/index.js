Page({
  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        // 文本没有这些字段
        const openid = res.response.openId; //~ response-parsed-once: `openId` is read from a text that was never parsed //~ identity-from-user-info
        const profile = res.response.userInfo; //~ response-parsed-once
        this.setData({ openid, profile });
      },
      fail: () => this.onRefused(),
    });
  },

  onMeasured() {
    my.getOpenUserInfo({
      success: (res) => {
        if (!res.response.length || res.response.indexOf('{') !== 0) return this.onRefused();
        const { code, nickName } = JSON.parse(res.response.trim()).response;
        if (code === '10000') this.setData({ nickName });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写' });
  },
});
