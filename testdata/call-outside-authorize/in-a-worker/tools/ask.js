// 不属于任何页面，也不在 workers 目录。
exports.ask = (done) => {
  my.getPhoneNumber({ success: (res) => done(res.response), fail: () => done('') }); //~ unreached-call
};
