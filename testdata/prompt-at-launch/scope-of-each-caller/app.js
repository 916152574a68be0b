import login from './utils/auth';

App({
  onLaunch() {
    login('auth_base', (authCode) => {
      my.request({ url: 'https://api.example.com/session', data: { authCode } });
    });
  },
});
