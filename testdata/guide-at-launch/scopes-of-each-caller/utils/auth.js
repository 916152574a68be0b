// 静默授权与用户授权共用
export const ask = (scopes, done) =>
  my.getAuthCode({
    scopes,
    success: done,
    fail: () => my.showToast({ content: '可稍后再登录' }),
  });
