Page({
  async onShow() {
    if (this.asking) return;
    this.asking = true;
    try {
      const { authCode } = await my.getAuthCode({ scopes: 'auth_user' }); //~ prompt-on-page-load
      this.setData({ linked: !!authCode });
    } catch (e) {
      my.showToast({ content: 'Monedero sin vincular' });
      if (e.error === 11) return;
      console.log(e);
    }
    this.asking = false;
  },

  go() {
    my.navigateBack();
  },
});
