import { wasAsked, markAsked } from '../../utils/asked';

Page({
  data: { title: 'Riwayat' },

  onShow() {
    if (!wasAsked('riwayat')) {
      markAsked('riwayat');
      this.tanya();
    }
  },

  tanya() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/masuk', data: { authCode } }),
      fail: () => this.setData({ title: 'Riwayat (tamu)' }),
    });
  },

  abrir() {},
});
