import { KEYS } from '../../utils/keys';

Page({
  data: { coupons: [] },
  onShow() {
    const { data: refused } = my.getStorageSync({ key: KEYS.coupons });
    if (!refused) {
      this.login();
    }
    if (!my.getStorageSync({ key: KEYS.token }).data) this.refresh();
  },
  login() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/coupons', data: { authCode } }),
      fail: () => {
        my.setStorageSync({ key: KEYS.coupons, data: 1 });
        my.showToast({ content: '登录后可领取优惠券' });
      },
    });
  },
  refresh() {
    my.getAuthCode({ //~ prompt-on-page-load
      //~^ prompt-loop
      scopes: 'auth_user',
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/token', data: { authCode } }),
      fail: () => my.setStorageSync({ key: KEYS.coupons, data: 1 }),
    });
  },
});
