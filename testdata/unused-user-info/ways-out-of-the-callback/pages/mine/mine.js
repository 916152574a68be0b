Page({
  onAuthorized() {
    my.getOpenUserInfo({
      success: (userinfo) => {
        my.alert({ title: 'getOpenUserInfo=' + JSON.stringify(userinfo) });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
