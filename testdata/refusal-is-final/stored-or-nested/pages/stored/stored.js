// 拒绝一次以后就再也看不到按钮
Page({
  data: { show: true },

  onLoad() {
    const { data: refused } = my.getStorageSync({ key: 'phoneRefused' });
    if (refused) {
      this.setData({ show: false });
    }
  },

  ok() {
    my.navigateBack();
  },

  no() {
    my.showToast({ content: '已拒绝' });
    my.setStorageSync({ key: 'phoneRefused', data: true }); //~ refusal-is-final
  },
});
