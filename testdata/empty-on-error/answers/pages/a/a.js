import sdk from 'some-sdk';
import { tell } from '../../utils/ui';
import { beGuest, isGuest } from '../../utils/guest';

const app = getApp();

Page({
  data: { can: my.canIUse('button.open-type.getAuthorize'), byHand: false },

  ok() {
    this.setData({ byHand: isGuest() || app.globalData.refused });
  },

  viaData() {
    this.setData({ byHand: true });
  },

  viaPage() {
    my.navigateTo({ url: '/pages/b/b' });
  },

  viaHelper() {
    tell('可以手动填写');
  },

  viaFlag() {
    beGuest();
  },

  viaGlobal() {
    app.globalData.refused = true;
  },

  viaUnknown(e) {
    sdk.refused(e);
  },

  viaTimer: (e) => {
    console.log(e);
    setTimeout(() => {
      const page = getCurrentPages().pop();
      page.setData({ byHand: true });
    }, 300);
  },
});
