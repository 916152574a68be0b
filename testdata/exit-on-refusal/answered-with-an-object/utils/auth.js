// 授权结果统一包装，调用方不必再写 try/catch
export const authorize = () => new Promise((resolve) => {
  my.getAuthCode({
    scopes: ['auth_user'],
    success: ({ authCode }) => resolve({ ok: true, code: authCode }),
    fail: () => resolve({ ok: false, cancelled: true }),
  });
});

export async function safely() {
  try {
    const { authCode } = await my.getAuthCode({ scopes: 'auth_user' });
    return { error: null, authCode };
  } catch (error) {
    return { error };
  }
}

export async function pair() {
  try {
    const { authCode } = await my.getAuthCode({ scopes: 'auth_user' });
    return [null, authCode];
  } catch (e) {
    return [e, null];
  }
}
