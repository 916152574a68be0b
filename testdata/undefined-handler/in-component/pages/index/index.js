Page({
  onAuthError() {
    my.navigateTo({ url: '/pages/form/form' });
  },
});
