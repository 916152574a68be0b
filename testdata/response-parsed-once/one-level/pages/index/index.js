Page({
  data: { nickName: '', avatar: '' },

  onAuthorized() {
    var that = this;
    my.getOpenUserInfo({
      success: function (res) {
        var userInfo = JSON.parse( res.response )   //~ response-parsed-once: `nickName` is read from the outer object
        if (!userInfo.nickName) return
        that.setData({ nickName: userInfo.nickName, avatar: userInfo['avatar'] })
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
