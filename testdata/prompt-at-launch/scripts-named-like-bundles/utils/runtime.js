// 自己写的脚本，只是名字像打包产物
export function login(done) {
  my.getAuthCode({ //~ prompt-at-launch
    scopes: 'auth_user',
    success: (res) => done(res.authCode),
    fail: () => my.showToast({ content: '可以先逛逛' }),
  });
}
