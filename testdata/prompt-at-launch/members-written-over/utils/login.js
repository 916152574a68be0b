const NORMAL = { scopes: 'auth_user', fail: () => my.showToast({ content: 'x' }) };

export function login(silent) {
  const options = { scopes: 'auth_user', fail: () => my.showToast({ content: 'x' }) };
  options.success = (res) => res;
  if (silent) {
    options.scopes = 'auth_base';
  }
  my.getAuthCode(options);
}

export function quietly() {
  const options = { ...NORMAL };
  options.scopes = 'auth_base';
  my.getAuthCode(options);
}

// Unas veces sí y otras no.
export function perhaps(query) {
  const options = { ...NORMAL };
  if (query.silent) options.scopes = 'auth_base';
  my.getAuthCode(options); //~ prompt-at-launch
}

// 先读后写
export function tooLate() {
  const options = { scopes: 'auth_user' };
  const { scopes } = options;
  options.scopes = 'auth_base';
  my.getAuthCode({ scopes, fail: () => my.showToast({ content: 'x' }) }); //~ prompt-at-launch
}

export function lent() {
  const options = { scopes: 'auth_user', fail: () => my.showToast({ content: 'x' }) };
  ask(options);
  options.scopes = 'auth_base';
}

export function inside() {
  const options = { scopes: 'auth_user', fail: () => my.showToast({ content: 'x' }) };
  const go = () => my.getAuthCode(options); //~ prompt-at-launch
  go();
  options.scopes = 'auth_base';
}

function ask(options) {
  my.getAuthCode(options); //~ prompt-at-launch
}

export function loudly() {
  const options = { scopes: 'auth_base', fail: () => my.showToast({ content: 'x' }) };
  options.scopes = 'auth_user';
  my.getAuthCode(options); //~ prompt-at-launch
}
