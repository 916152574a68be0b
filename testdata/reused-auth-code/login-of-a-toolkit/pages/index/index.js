import uni from '@dcloudio/uni-mp-alipay';

Page({
  enter() {
    // `login` is what the toolkit calls `getAuthCode`, and `code` its `authCode`.
    uni.login({
      provider: 'alipay',
      scopes: 'auth_user',
      success: (res) => {
        uni.setStorageSync('code', res.code); //~ reused-auth-code
        uni.request({ url: 'https://api.example.com/session', data: { code: res.code } });
      },
      fail: () => uni.showToast({ title: '未授权也可以浏览', icon: 'none' }),
    });
  },
  visit() {
    uni.request({
      url: 'https://api.example.com/visit',
      success: (res) => uni.setStorageSync('code', res.code),
    });
    uni.login({
      success: (res) => uni.request({ url: 'https://api.example.com/visit', data: { code: res.code } }),
    });
  },
});
