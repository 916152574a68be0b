import { flag, setLocal } from '../../utils/store';

Page({
  data: { can: my.canIUse('button.open-type.getAuthorize'), shown: false },

  // The same name, but one helper puts something before it.
  onLoad() {
    this.setData({ shown: !flag('orders-refused') });
  },

  join() {
    my.showToast({ content: '已关联' });
  },

  refuse() {
    setLocal('orders-refused', true);
    my.showToast({ content: '未关联订单' });
  },
});
