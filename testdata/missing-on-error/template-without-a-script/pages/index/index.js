Page({
  data: { can: my.canIUse('button.open-type.getAuthorize') },

  onOk() {
    my.navigateTo({ url: '/pages/index/index' });
  },

  onNo() {
    my.showToast({ content: 'Sin permiso' });
  },
});
