Page({
  data: { agreed: false, terms: [{ name: '会员', checked: true }] },
  onLoad() {
    // What the user agreed to before.
    this.setData({ stored: my.getStorageSync({ key: 'agreed' }).data });
  },
  onAgree(e) {
    this.setData({ agreed: e.detail.value });
  },
});
