import { getLocal, setLocal } from '../../utils/store';

Page({
  data: { total: 0 },

  // Nothing ever keeps that it was seen.
  onShow() {
    if (!getLocal('seen')) {
      my.getAuthCode({ //~ prompt-loop //~ prompt-on-page-load
        scopes: ['auth_user'],
        success: (res) => my.request({ url: 'https://api.example.com/login', data: { code: res.authCode } }),
        fail: () => {
          setLocal('asked', 1);
          my.showToast({ content: '未登录' });
        },
      });
    }
  },
});
