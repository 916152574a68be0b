Page({
  login() {
    my.showToast({ content: '登录' });
  },
});
