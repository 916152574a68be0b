import { invoke, report } from './utils/cloud';

App({
  onLaunch() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: async (res) => {
        await invoke({
          url: '/session',
          data: { code: res.authCode },
        });
        report('login', res.authCode); //~ leaked-auth-code
      },
    });
  },
});
