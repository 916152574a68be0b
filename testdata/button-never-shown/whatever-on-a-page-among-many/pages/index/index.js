function hand(data) {
  const pages = getCurrentPages();
  // One of so many pages that it is not known which.
  const last = pages[pages.length - 1];
  last.setData(data);
}

Page({
  onShow() {
    my.getStorage({
      key: 'state',
      success: (res) => hand(res.data),
    });
    hand({ ready: my.canIUse('button.open-type.getAuthorize') });
  },
  open() { my.navigateTo({ url: '/pages/member/member' }) },
});
