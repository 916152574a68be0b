exports.getCode = function (scopes) {
  return new Promise(function (resolve, reject) {
    my.getAuthCode({
      scopes,
      success: (res) => resolve(res.authCode),
      fail: reject,
    });
  });
};
