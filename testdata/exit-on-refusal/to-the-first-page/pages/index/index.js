Page({
  async login() {
    try {
      await this.ask();
      my.exitMiniProgram();
    } catch (e) {
      my.reLaunch({ url: '/pages/index/index' });
    } finally {
      my.hideLoading();
    }
  },

  ask() {
    return new Promise((resolve, reject) => {
      my.getAuthCode({ scopes: 'auth_user', success: resolve, fail: () => reject(new Error('no')) });
    });
  },

  again() {
    my.exitMiniProgram();
  },
});
