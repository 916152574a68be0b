import { getLocal, setLocal } from '../../utils/store';

Page({
  data: { can: my.canIUse('button.open-type.getAuthorize'), shown: false },

  onLoad() {
    this.setData({ shown: !getLocal('member-refused') });
  },

  join() {
    my.showToast({ content: '欢迎加入' });
  },

  refuse() {
    setLocal('member-refused', true); //~ refusal-is-final
    my.showToast({ content: '不会再打扰您' });
  },
});
