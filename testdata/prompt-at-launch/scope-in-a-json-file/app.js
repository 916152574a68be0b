import { silent, profile } from './config/auth.json';

const auth = require('./config/auth.json');

App({
  onLaunch() {
    this.ask(silent);
    this.ask(auth.silent);
    my.getAuthCode({ //~ prompt-at-launch: asks for `auth_user`
      scopes: profile.scopes,
      fail: () => my.showToast({ content: '未授权' }),
    });
    my.getAuthCode({ //~ prompt-at-launch: asks for `auth_user`
      scopes: auth.profile.scopes,
      fail: () => my.showToast({ content: '未授权' }),
    });
  },

  ask(scopes) {
    my.getAuthCode({ scopes, fail: () => my.showToast({ content: '未授权' }) });
  },
});
