Page({
  data: { can: my.canIUse('button.open-type.getAuthorize') },
  look() { my.navigateTo({ url: '/pages/list/list' }); },
});
