import ui from 'tiny-mini-ui';
import Dialog from 'tiny-mini-ui/dialog';

Page({
  onLoad() {
    my.alert({ content: 'Bienvenido' });
    Dialog.confirm({ message: '现在登录吗？' }).then(() => {
      my.getAuthCode({
        scopes: 'auth_user',
        success: ({ authCode }) => this.send(authCode),
        fail: () => my.showToast({ content: '可以先逛逛' }),
      });
    });
  },

  onReady() {
    my.confirm({ content: '打开通知？' });
    ui.modal({ success: (res) => {
      if (res.confirm) this.login(); else my.alert({ content: '好的' });
    } });
    my.confirm({ //~ guide-at-launch
      content: '登录领券？',
      success: (res) => { if (res.confirm) this.coupon(); },
    });
  },

  login() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => this.send(authCode),
      fail: () => my.showToast({ content: '可以先逛逛' }),
    });
  },

  coupon() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => this.send(authCode),
      fail: () => my.showToast({ content: 'Sin cupón' }),
    });
  },

  send(authCode) {
    my.request({ url: 'https://api.example.com/login', data: { authCode } });
  },

  go() {
    my.navigateTo({ url: '/pages/index/index' });
  },
});
