export function login({ silent = false, done }) {
  let scopes = ['auth_base'];
  if (!silent) {
    scopes = scopes.concat('auth_user');
  }
  my.getAuthCode({ scopes, success: done, fail: () => my.showToast({ content: '未登录' }) });
}

export function refresh(kind, done) {
  if (kind === 'user') {
    my.getAuthCode({ //~ prompt-at-launch
      scopes: 'auth_user',
      success: done,
      fail: () => my.showToast({ content: '未登录' }),
    });
  } else {
    done();
  }
}
