const app = getApp();

Page({
  data: { alias: '' },

  onUser(e) {
    const { nickName, real_name: nombre } = e.detail.userInfo; //~ identity-from-user-info: `real_name`
    this.setData({ alias: nickName || nombre });
  },

  onShow() {
    const user = app.globalData.userInfo;
    if (user) {
      my.request({ url: 'https://api.example.com/socios/' + user.userId }); //~ identity-from-user-info: `userId`
    }
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
