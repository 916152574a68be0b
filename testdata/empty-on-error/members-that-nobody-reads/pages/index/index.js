const app = getApp();

Page({
  data: { hint: '' },

  ok() {
    my.navigateBack();
  },

  locked() { //~ empty-on-error: does nothing
    this.isSubmitting = false;
    this.clickLocked = this.clickLocked && false;
  },

  // 没有人读取这个值
  global(e) { //~ empty-on-error
    app.globalData.authError = e.detail;
  },

  busy() { //~ empty-on-error
    this.data.isBusy = false;
    console.log('done');
  },

  // onPullDownRefresh lo lee.
  lock() {
    this.isLocked = false;
  },

  onPullDownRefresh() {
    if (this.isLocked) my.stopPullDownRefresh();
  },

  named(e) {
    this.lastError = e.detail;
  },

  show() {
    const key = 'lastError';
    my.alert({ content: this[key] });
  },

  chosen() {
    this.choices[0] = 'form';
  },

  watched() {
    this.refused = true;
  },

  watch: {
    refused(is) {
      my.showToast({ content: is });
    },
  },

  shown(e) {
    this.data.hint = e.detail.errorMessage;
  },
});
