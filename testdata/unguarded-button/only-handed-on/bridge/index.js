// 把小程序的接口换个名字，没有人问过
export default {
  canIUse(what) {
    return my.canIUse(what);
  },

  getSystemInfo(done) {
    my.getSystemInfo({
      success: (res) => done({ model: res.model, SDKVersion: my.SDKVersion }),
    });
  },
};
