import { isCancelled, isNetwork } from '../../utils/errors';

Page({
  login() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => this.send(authCode),
      fail: (err) => {
        // 网络异常时重试一次，取消授权则不再打扰
        if (err.error === 12) { this.login(); return; }
        my.showToast({ content: '您取消了授权，可继续浏览' });
      },
    });
  },

  bind() {
    my.getAuthCode({
      scopes: ['auth_user'],
      success: ({ authCode }) => this.send(authCode),
      fail: (err) => {
        if (isCancelled(err)) {
          my.showToast({ content: '可在门店绑定' });
        } else {
          this.bind();
        }
      },
    });
  },

  pay() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => this.send(authCode),
      fail: (err) => {
        if (isNetwork(err)) return setTimeout(() => this.pay(), 1000);
        if (err.error === 11) this.pay(); //~ prompt-loop
      },
    });
  },

  send(authCode) {
    my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
  },
});
