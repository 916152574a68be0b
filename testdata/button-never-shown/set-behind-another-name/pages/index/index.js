// 页面把自己登记到 app 里，由 app 来设置
Page({
  data: { canUse: false, name: '' },

  onLoad() {
    getApp().ready.push(this);
  },

  onOk() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ name: user.nickName });
      },
      fail: () => this.onNo(),
    });
  },

  onNo() {
    my.showToast({ content: '请手动填写' });
  },
});
