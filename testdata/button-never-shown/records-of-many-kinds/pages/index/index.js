import { send } from '../../utils/track';

Page({
  onShow() {
    const pages = getCurrentPages();
    const last = pages[pages.length - 1];
    send({ city: 'none', from: last.route });
  },

  open() { my.navigateTo({ url: '/pages/member/member' }) },
});
