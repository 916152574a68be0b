import { getLocal, setLocal } from '../../utils/store';

Page({
  data: { can: my.canIUse('button.open-type.getAuthorize'), shown: false },

  // What was refused is kept under another key.
  onLoad() {
    this.setData({ shown: !getLocal('coupon-seen'), last: getLocal('coupon-refused') });
  },

  join() {
    my.showToast({ content: '已领取' });
  },

  refuse() {
    setLocal('coupon-refused', true);
    my.showToast({ content: '未授权，可稍后领取' });
  },
});
