export function ask(scopes, success) {
  my.getAuthCode({ //~ unknown-auth-scope: `User_Base_Info`
    scopes,
    success,
    fail: () => my.showToast({ content: '可以先浏览' }),
  });
}
