const api = my.canIUse('getOpenUserInfo') ? 'getOpenUserInfo' : 'getAuthUserInfo';

Page({
  data: { nickName: '', note: 'my.getAuthUserInfo' },

  onUser() {
    my[api]({
      success: (res) => this.setData({ nickName: res.nickName }),
      fail: () => this.onRefused(),
    });
    // my.getAuthUserInfo({ success: () => {} });
  },

  onRefused() {
    my.showToast({ content: '可以手动填写昵称' });
  },
});
