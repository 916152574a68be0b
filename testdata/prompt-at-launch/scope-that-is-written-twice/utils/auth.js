// 静默与主动授权共用一个函数
export function login(silent) {
  let scopes = 'auth_user';
  if (silent) {
    scopes = ['auth_base'];
  }
  my.getAuthCode({ scopes, success() {}, fail: () => my.showToast({ content: '已取消' }) });
}

export function member(options) {
  options = options || {};
  const isFull = options.full === true;
  let scopes = ['auth_base'];
  if (isFull) { scopes = ['auth_user', 'auth_zhima']; }
  my.getAuthCode({ scopes, success() {}, fail: () => my.showToast({ content: '已取消' }) });
}

export function visit(kind) {
  if (['游客', 'invitado'].includes(kind)) return;
  my.getAuthCode({ scopes: 'auth_user', success() {}, fail: () => my.showToast({ content: '已取消' }) });
}

const known = ['guest'];

// A list that changes says nothing.
export function unknown(name) {
  if (known.includes(name)) {
    my.getAuthCode({ scopes: 'auth_user', success() {}, fail: () => my.showToast({ content: '已取消' }) }); //~ prompt-at-launch
  }
  known.push(name);
}

// Here the scope that asks is the last.
export function loud() {
  let scope = 'auth_base';
  scope = 'auth_user';
  my.getAuthCode({ scopes: scope, success() {}, fail: () => my.showToast({ content: '已取消' }) }); //~ prompt-at-launch
}

// Of cases that fall into `default` nobody knows whether they run.
export function either(path) {
  let scope = 'auth_user';
  switch (my.getSystemInfoSync().platform) {
    case 'ios':
      break;
    case 'android':
    default:
      scope = 'auth_base';
  }
  if (path === '/home') {
    my.getAuthCode({ scopes: scope, success() {}, fail: () => my.showToast({ content: '已取消' }) }); //~ prompt-at-launch
  }
}
