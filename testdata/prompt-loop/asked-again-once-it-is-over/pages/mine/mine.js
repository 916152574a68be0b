const getCode = () => new Promise((resolve, reject) => {
  my.getAuthCode({ scopes: 'auth_user', success: resolve, fail: reject }); //~ prompt-on-page-load
});

// What is set once the refusal is over keeps the next `onShow` from asking.
Page({
  asked: false,

  onShow() {
    if (!this.asked) this.ask();
    if (!this.data.closed) this.wait();
  },

  ask() {
    getCode().finally(() => { this.asked = true; });
  },

  async wait() {
    await getCode().catch(() => {});
    this.setData({ closed: true });
  },
});
