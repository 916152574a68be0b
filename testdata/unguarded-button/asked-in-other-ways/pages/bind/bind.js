import { authButton } from '../../utils/support';

Page({
  data: { supported: authButton() },

  save(encrypted) {
    my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { encrypted } });
  },

  byHand() {
    my.navigateTo({ url: '/pages/member/member' });
  },
});
