import ui from 'tiny-mini-ui';
import Dialog, { showModal } from 'tiny-mini-ui/dialog';

Page({
  saveBox(ref) { this.box = ref; },

  card() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => this.send(authCode),
      fail: () => {
        ui.modal({
          title: '需要授权才能领取，是否重试？',
          success: ({ confirm }) => { if (confirm) this.card(); },
        });
      },
    });
  },

  points() {
    my.getAuthCode({ scopes: ['auth_user'] }).then(
      ({ authCode }) => this.send(authCode),
      () => Dialog.confirm({ title: '再试一次？' }).then(() => this.points()).catch(() => {}),
    );
  },

  // 取消之后又问一遍
  coupon() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => this.send(authCode),
      fail: () => this.box.open({
        content: '¿Continuar sin cupón?',
        success: (res) => { if (res.confirm) my.navigateBack(); else this.coupon(); }, //~ prompt-loop
      }),
    });
  },

  async gift() {
    try {
      const { authCode } = await my.getAuthCode({ scopes: 'auth_user' });
      this.send(authCode);
    } catch (e) {
      const again = await this.isWanted();
      if (again) this.gift();
    }
  },

  isWanted() {
    return new Promise((resolve) => {
      showModal({ content: '授权后才能领取礼品', success: (res) => resolve(res.confirm) });
    });
  },

  send(authCode) {
    my.request({ url: 'https://api.example.com/member', data: { authCode } });
  },
});
