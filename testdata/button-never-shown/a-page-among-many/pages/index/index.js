Page({
  // One of so many pages that it is not known which.
  onShow() {
    const pages = getCurrentPages();
    const last = pages[pages.length - 1];
    last.setData({ ready: my.canIUse('button.open-type.getAuthorize') });
  },
  open() { my.navigateTo({ url: '/pages/member/member' }) },
});
