Page({
  data: { left: 10 },

  start() {
    this.timer = setInterval(() => this.tick(), 3000);
  },

  // 拒绝授权后定时器仍在运行
  tick() {
    my.getAuthCode({ //~ prompt-loop
      scopes: 'auth_user',
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/queue', data: { authCode }, success: () => clearInterval(this.timer) });
      },
      fail: () => my.showToast({ content: '未授权，请稍候' }),
    });
  },

  count() {
    const timer = setInterval(() => {
      this.setData({ left: this.data.left - 1 });
      if (this.data.left === 0) {
        clearInterval(timer);
        my.getAuthCode({
          scopes: ['auth_user'],
          success: ({ authCode }) => my.request({ url: 'https://api.example.com/number', data: { authCode } }),
          fail: () => my.showToast({ content: '可到柜台取号' }),
        });
      }
    }, 1000);
  },
});
