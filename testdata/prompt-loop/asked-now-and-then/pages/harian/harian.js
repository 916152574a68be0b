import { today } from '../../utils/asked';

// sekali sehari saja
Page({
  data: { title: 'Harian' },

  onShow() {
    const last = my.getStorageSync({ key: 'ditanyaPada' }).data;
    if (last === today()) return;
    my.setStorageSync({ key: 'ditanyaPada', data: today() });
    this.tanya();
  },

  tanya() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/masuk', data: { authCode } }),
      fail: () => this.setData({ title: 'Harian (tamu)' }),
    });
  },

  abrir() { this.tanya(); },
});
