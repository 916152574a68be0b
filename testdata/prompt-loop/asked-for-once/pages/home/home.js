Page({
  onJoin() {
    my.setStorageSync({ key: 'join', data: true });
    my.switchTab({ url: '/pages/me/me' });
  },
});
