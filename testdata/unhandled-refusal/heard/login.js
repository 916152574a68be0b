export function login(options) {
  my.getAuthCode({ scopes: 'auth_user', ...options });
}

// The program that copies this file in says what happens after a refusal.
export function loginWith(options) {
  my.getAuthCode({ ...options, scopes: 'auth_user' });
}

export function loginAs(options) {
  my.getAuthCode(Object.assign({ scopes: 'auth_user' }, options));
}
