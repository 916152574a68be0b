var tools = {
  user: function (done) {
    my.getOpenUserInfo({ //~ call-outside-authorize
      success: function (res) {
        var user = JSON.parse(res.response).response;
        if (user.code === '10000') done(user.nickName);
      },
      fail: function () { my.showToast({ content: '获取失败' }); },
    });
  },
};
module.exports = tools;
