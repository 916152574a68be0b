const compare = require('../../utils/compare');

const version = my.SDKVersion;
console.log('versión', version);

Page({
  onLoad() {
    if (compare(version, '1.16.4') < 0) my.alert({ content: '请升级支付宝' });
  },

  ok() {
    my.navigateBack();
  },

  no() {
    my.showToast({ content: 'Complete a mano' });
  },
});
