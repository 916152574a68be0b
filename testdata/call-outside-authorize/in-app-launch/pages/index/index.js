Page({
  hello() {
    const { user } = getApp().globalData;
    my.showToast({ content: user ? user.name : '游客' });
  },
});
