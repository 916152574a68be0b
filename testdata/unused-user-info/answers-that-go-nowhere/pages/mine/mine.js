Page({
  async onAuthorized() {
    try {
      const res = await my.getOpenUserInfo(); //~ unused-user-info
      const { code, nickName } = JSON.parse(res.response).response;
      console.log('user', code, nickName, JSON.stringify(res));
      my.navigateTo({ url: '/pages/socio/socio' });
    } catch (error) {
      this.onRefused();
    }
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
