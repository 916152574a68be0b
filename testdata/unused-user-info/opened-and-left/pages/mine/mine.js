Page({
  data: { ok: false },

  onAuthorized: function () {
    var self = this
    my.getOpenUserInfo({ //~ unused-user-info
      complete: function () { my.hideLoading() },
      success: function (res) {
        var result = JSON.parse(res.response)
          , user = result.response
        if (!user || user.code !== '10000') { return self.onRefused() }
        console.info('昵称：%s', user.nickName)
        self.setData({ ok: true })
      },
      fail: function () { self.onRefused() }
    })
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
