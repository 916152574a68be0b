const app = getApp();

Page({
  // 点「领券」后等登录态
  onTake() {
    app.onCoupon = () => this.take();
  },
  take() {
    my.getAuthCode({
      scopes: ['auth_user'],
      success: ({ authCode }) => my.request({ url: 'https://shop.example.com/take', data: { authCode } }),
      fail: () => my.showToast({ content: '可以先逛逛' }),
    });
  },
});
