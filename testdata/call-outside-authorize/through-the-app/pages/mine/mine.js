const app = getApp();

Page({
  data: { nickName: '' },

  onLoad() {
    app.getUserInfo((nickName) => this.setData({ nickName }));
  },
});
