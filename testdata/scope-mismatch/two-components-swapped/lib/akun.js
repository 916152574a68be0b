// 两个函数抄反了地方
exports.ambilNomor = () =>
  new Promise((resolve, reject) => {
    my.getPhoneNumber({ success: ({ response }) => resolve(response), fail: reject }); //~ scope-mismatch: `my.getPhoneNumber`
  });
