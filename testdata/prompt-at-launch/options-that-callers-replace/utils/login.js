const DEFAULTS = {
  scopes: 'auth_user',
  fail: () => my.showToast({ content: '已取消' }),
};

export function login(options) {
  my.getAuthCode({ ...DEFAULTS, ...options });
}

// nobody has to give the scopes here
export function loginWith(options) {
  my.getAuthCode({ ...DEFAULTS, ...options }); //~ prompt-at-launch
}

// who leaves the options out gets the default
export function soon(options) {
  my.getAuthCode({ ...DEFAULTS, ...options }); //~ prompt-at-launch
}

export function quickly(options) {
  my.getAuthCode(Object.assign({ scopes: 'auth_user' }, DEFAULTS, options));
}

export function later(quiet, success) {
  const options = { scopes: 'auth_user', ...(quiet ? { scopes: 'auth_base' } : null), fail() {} };
  my.getAuthCode({ ...options, success });
}

export function loudly(options) {
  const all = { scopes: 'auth_base', ...options };
  if (all.timeout) {
    all.scopes = 'auth_user';
  }
  my.getAuthCode(all); //~ prompt-at-launch
}
