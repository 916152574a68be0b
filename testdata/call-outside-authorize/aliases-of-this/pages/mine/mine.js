Page({
  data: { nickName: '' },
  onLoad: function () {
    var that = this;
    my.getStorage({
      key: 'token',
      success: function (res) {
        if (!res.data) return that.first();
      },
    });
  },
  first: function () {
    var _this = this, self;
    self = _this;
    [1].forEach(function () { self.second() });
  },
  second: function () {
    var t = this;
    t.data.nickName ? t.done() : (console.log('no name'), t.third.call(t));
  },
  third() {
    const next = this.fourth.bind(this);
    next();
  },
  fourth: function () {
    my.getOpenUserInfo({ //~ call-outside-authorize
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },
  done() {},
});
