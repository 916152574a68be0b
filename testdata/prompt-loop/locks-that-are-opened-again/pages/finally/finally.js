const getCode = () => new Promise((success, fail) => {
  my.getAuthCode({ scopes: 'auth_user', success, fail }); //~ prompt-on-page-load //~ prompt-loop
});

Page({
  data: { loading: false },

  async onShow() {
    if (this.data.loading) return;
    this.setData({ loading: true });
    try {
      await getCode();
    } catch (e) {
      my.showToast({ content: '可以不授权' });
    } finally {
      this.setData({ loading: false });
    }
  },
});
