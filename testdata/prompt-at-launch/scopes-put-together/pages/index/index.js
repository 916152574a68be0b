const BASE = 'auth_base';
const SCOPE = { USER: 'auth_user' };

const fail = () => my.showToast({ content: '可稍后再登录' });

Page({
  onLoad(options) {
    my.getAuthCode({ scopes: `${BASE},${SCOPE.USER}`, fail }); //~ prompt-at-launch: auth_user
    my.getAuthCode({ scopes: BASE + ',' + SCOPE.USER, fail }); //~ prompt-at-launch: auth_user
    my.getAuthCode({ scopes: [BASE, 'auth_user'].join(','), fail }); //~ prompt-at-launch: auth_user
    // Nada de esto pregunta, o no se sabe.
    my.getAuthCode({ scopes: 'auth' + '_base', fail });
    my.getAuthCode({ scopes: `auth_${options.scope}`, fail });
    my.getAuthCode({ scopes: [BASE, options.scope].join(','), fail });
  },
});
