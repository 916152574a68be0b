Page({
  data: {
    ready: my.canIUse('button.open-type.getAuthorize'),
    refused: my.getStorageSync({ key: 'bindRefused' }).data,
  },

  allow() {
    my.navigateBack();
  },

  refuse() {
    my.setStorageSync({ key: 'bindRefused', data: true });
    my.showToast({ content: '请填写手机号' });
  },

  type(e) {
    this.phone = e.detail.value;
  },
});
