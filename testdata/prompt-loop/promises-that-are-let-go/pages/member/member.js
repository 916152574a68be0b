import { join } from '../../services/member';

Page({
  onShow() {
    join().catch(() => my.showToast({ content: '暂未入会' }));
  },

  go() {
    my.navigateBack();
  },
});
