Page({
  data: { n: '' },
  go: function (e) {
    var n = this;
    e ? (console.log(e), n.x(function () { n.y(); })) : n.z();
  },
  x: function (f) { f && f() },
  y: function () {
    var n = this;
    (0, my.getOpenUserInfo)({ //~ call-outside-authorize: from the handler `onTap`
      success: function (r) {
        var u = JSON.parse(r.response).response;
        u.code === '10000' && n.setData({ n: u.nickName });
      },
      fail: function () { n.z() },
    });
  },
  z: function () { my.showToast({ content: 'Isi sendiri' }) },
});
