import { confirm } from '../../utils/dialog';
import { login } from '../../utils/login';

Page({
  async onLoad() {
    const answer = await confirm('领取需要登录，现在登录吗');
    if (answer.action !== 'accept') {
      return;
    }
    login();
  },

  onReady() {
    // Whatever the answer is.
    confirm('登录后可查看优惠券').then(() => login());
  },

  open() {
    login();
  },
});
