let pending = null;
let declined = false;

function voucherCode() {
  if (declined) return Promise.resolve('');
  if (pending) return pending;
  pending = new Promise((resolve) => {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: ({ authCode }) => resolve(authCode),
      fail: () => {
        declined = true;
        pending = null;
        resolve('');
      },
    });
  });
  return pending;
}

Page({
  async onShow() {
    const code = await voucherCode();
    if (code) this.setData({ linked: true });
  },

  go() {
    my.navigateBack();
  },
});
