// 同一时间只弹一次授权
let pending = null;

export function ensureSession() {
  if (pending) return pending;
  pending = new Promise((resolve, reject) => {
    my.getAuthCode({ //~ prompt-loop //~ prompt-on-page-load
      scopes: ['auth_user'],
      success: ({ authCode }) => resolve(authCode),
      fail: (err) => {
        pending = null;
        reject(err);
      },
    });
  });
  return pending;
}
