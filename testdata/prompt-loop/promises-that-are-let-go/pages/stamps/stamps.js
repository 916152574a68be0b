Page({
  async onShow() {
    if (this.asking) return;
    this.asking = true;
    try {
      const { authCode } = await my.getAuthCode({ scopes: 'auth_user' }); //~ prompt-loop //~ prompt-on-page-load
      this.setData({ linked: !!authCode });
    } catch (e) {
      my.showToast({ content: 'Sus sellos siguen aquí' });
    }
    this.asking = false;
  },

  go() {
    my.navigateBack();
  },
});
