import login from '/utils/auth';

Page({
  order() {
    login('auth_user', (authCode) => {
      my.request({ url: 'https://api.example.com/order', data: { authCode } });
    });
  },
});
