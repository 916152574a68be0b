Page({
  open() { my.navigateTo({ url: '/pages/member/member' }) },
});
