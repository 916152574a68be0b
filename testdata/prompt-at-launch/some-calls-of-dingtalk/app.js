App({
  onLaunch() {
    if (typeof dd !== 'undefined') return this.enter();
    my.getAuthCode({ //~ prompt-at-launch
      scopes: ['auth_user'],
      fail: () => my.showToast({ content: '已取消' }),
    });
  },

  // In DingTalk nobody is asked.
  enter() {
    dd.getAuthCode({ success: (res) => this.send(res.authCode) });
  },

  send(code) {
    dd.httpRequest({ url: 'https://shop.example.cn/login', method: 'POST', data: { code } });
  },
});
