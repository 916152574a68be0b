Page({
  data: { can: my.canIUse('button.open-type.getAuthorize') },

  onOk: async function () {
    my.showToast({ content: 'ok' });
  },

  skip: () => my.navigateTo({ url: '/pages/tabs/tabs' }), // 先逛逛
  // 以下方法已废弃
  // old() {},
});
