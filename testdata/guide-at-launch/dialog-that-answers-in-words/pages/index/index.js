import { confirm, choose, tell, ANSWER } from '../../utils/dialog';
import { login } from '../../utils/login';

Page({
  onLoad() {
    this.welcome();
    this.offer();
    this.remind();
  },

  async welcome() {
    const { action } = await confirm('授权后可领取新人礼');
    if (action === ANSWER.ACCEPT) {
      login();
    }
  },

  async offer() {
    const answer = await choose(['授权登录', '联系客服']);
    switch (answer.action) {
      case 'accept':
        login();
        break;
      default:
        my.showToast({ content: '好的' });
    }
  },

  async remind() {
    await tell('会员价需要登录');
    login();
  },

  onShow() {
    confirm('要看看今天的活动吗').then(({ action }) => {
      if (action === 'accept') {
        my.navigateTo({ url: '/pages/coupon/coupon' });
      }
    });
  },
});
