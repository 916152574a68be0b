Page({
  data: { nickName: '', canIUseAuthButton: my.canIUse('button.open-type.getAuthorize') },
  onLoad: function () {
    if (my.getStorageSync({ key: 'pernah' }).data) this.onGetAuthorize();
  },
  // only named like an API
  getPhoneNumber: function () {
    console.log('ditekan');
  },
  onGetAuthorize: function () {
    var that = this;
    my.getOpenUserInfo({ //~ call-outside-authorize: `onLoad`
      success: function (res) {
        var user = JSON.parse(res.response).response;
        if (user.code == '10000') {
          that.setData({ nickName: user.nickName });
          my.setStorageSync({ key: 'pernah', data: true });
        }
      },
      fail: function () { that.onAuthError(); },
    });
  },
  onAuthError: function () { my.showToast({ content: 'Anda bisa mengisi nama sendiri' }); },
  onInput: function (e) { this.setData({ nickName: e.detail.value }); },
});
