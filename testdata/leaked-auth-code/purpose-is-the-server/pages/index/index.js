const app = getApp();

function send(url) {
  return new Promise((resolve, reject) => my.request({ url, success: resolve, fail: reject }));
}

Page({
  data: { ok: my.canIUse('button.open-type.getAuthorize') },

  onShow() {
    my.alert({ title: 'onShow ' + app.globalData.authCode });
  },

  login() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        console.log('has a code', !!res.authCode, res.authCode.length, typeof res.authCode);
        if (res.authErrorScopes) console.log(res.authErrorScopes);
        send('https://api.example.com/login?code=' + res.authCode).then((answer) => {
          console.log('signed in', answer.data.code);
          my.navigateTo({ url: '/pages/coupon/coupon?code=' + answer.data.coupon });
        });
      },
      fail: (error) => console.log('no code', error),
    });
  },

  pay() {
    my.tradePay({
      tradeNO: '1',
      success: (res) => my.redirectTo({ url: `/pages/paid/paid?code=${res.resultCode}` }),
    });
  },

  onPhone() {
    my.getPhoneNumber({
      success: (res) => {
        const answer = JSON.parse(res.response).response;
        if (answer.code) console.log('refused', answer.code, answer.subMsg);
        my.request({ url: 'https://api.example.com/phone', data: { answer } });
      },
      fail: (error) => my.showToast({ content: error.errorMessage }),
    });
  },

  onRefused() {
    my.showToast({ content: '请手动填写' });
  },
});
