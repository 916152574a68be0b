import { getLocal, setLocal } from '../../utils/store';

Page({
  data: { can: my.canIUse('button.open-type.getAuthorize'), shown: false },

  // The first page can take it back.
  onLoad() {
    this.setData({ shown: !getLocal('profile-refused') });
  },

  join() {
    my.showToast({ content: '已更新' });
  },

  refuse() {
    setLocal('profile-refused', true);
    my.showToast({ content: '请手动填写' });
  },
});
