import * as utils from '/utils/index.js';

Page({
  data: { nickName: '' },

  onReady() {
    utils.oldUser((nickName) => this.setData({ nickName }));
  },
});
