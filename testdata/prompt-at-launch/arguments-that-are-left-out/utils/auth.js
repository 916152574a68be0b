const DEFAULTS = { auth: false, scope: 'auth_user' };
const later = () => my.showToast({ content: '可以先浏览' });

export function login(full) {
  if (!full) {
    return;
  }
  my.getAuthCode({ scopes: 'auth_user', success: (res) => send(res), fail: later });
}

export function signIn(full = true) {
  if (full) {
    my.getAuthCode({ scopes: 'auth_user', success: (res) => send(res), fail: later }); //~ prompt-at-launch
  }
}

export function code(scope = 'auth_user') {
  my.getAuthCode({ scopes: scope, success: (res) => send(res), fail: later });
}

export function codes({ scopes = ['auth_user'] } = {}) {
  my.getAuthCode({ scopes, success: (res) => send(res), fail: later }); //~ prompt-at-launch
}

export function ask(scopes) {
  scopes = scopes || ['auth_user'];
  my.getAuthCode({ scopes, success: (res) => send(res), fail: later });
}

export function request(options) {
  const all = { ...DEFAULTS, ...options };
  if (all.auth) {
    my.getAuthCode({ scopes: all.scope, success: (res) => send(res), fail: later });
  }
}

export function post(options) {
  const all = Object.assign({}, DEFAULTS, options);
  if (!all.auth) {
    return;
  }
  my.getAuthCode({ scopes: 'auth_user', success: (res) => send(res), fail: later }); //~ prompt-at-launch
}

export function dispatch(type) {
  switch (type) {
    case 'login':
      my.getAuthCode({ scopes: 'auth_user', success: (res) => send(res), fail: later });
      break;
    case 'member':
    case 'coupon':
      my.getAuthCode({ scopes: ['auth_user'], success: (res) => send(res), fail: later }); //~ prompt-at-launch
      break;
    default:
      my.reportAnalytics(type, {});
  }
}

function send({ authCode }) {
  my.request({ url: 'https://api.example.com/session', method: 'POST', data: { authCode } });
}
