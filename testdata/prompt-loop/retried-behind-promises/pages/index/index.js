import { getCode } from '../../utils/auth';

Page({
  async login() {
    try {
      this.send(await getCode('auth_user'));
    } catch (e) {
      this.login(); //~ prompt-loop: a refusal of `my.getAuthCode` asks again at once
    }
  },

  bind() {
    getCode('auth_zhima')
      .then((code) => this.send(code))
      .catch(() => setTimeout(() => this.bind(), 300)); //~ prompt-loop
  },

  points() {
    const onRefused = () => this.points(); //~ prompt-loop
    getCode('auth_user').then((code) => this.send(code), onRefused);
  },

  send(code) {
    my.request({ url: 'https://api.example.com/session', data: { code } });
  },

  coupons() {
    my.showToast({ content: '暂无优惠券' });
  },
});
