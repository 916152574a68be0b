const DEFAULTS = {
  scopes: 'auth_user',
  fail: () => my.showToast({ content: '可以先浏览' }),
};

export function quietly(success) {
  my.getAuthCode({ ...DEFAULTS, scopes: 'auth_base', success });
}

export function loudly(success) {
  my.getAuthCode({ scopes: 'auth_base', ...DEFAULTS, success }); //~ prompt-at-launch
}

export function merged(success) {
  my.getAuthCode(Object.assign({}, DEFAULTS, { scopes: ['auth_base'], success }));
}
