import { DEFAULTS, STATE, start } from '../../utils/defaults';

start();

Page({
  data: { ...DEFAULTS, ...STATE, loading: my.canIUse('button.open-type.getAuthorize') },

  onAgreed() {
    this.setData({ done: true });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写' });
  },
});
