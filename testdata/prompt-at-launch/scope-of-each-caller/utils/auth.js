export default function login(scopes, done) {
  my.getAuthCode({
    scopes: scopes || 'auth_base',
    success: ({ authCode }) => done(authCode),
    fail: () => my.showToast({ content: '登录失败' }),
  });
}
