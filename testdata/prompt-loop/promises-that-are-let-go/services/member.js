let joining = null;

export function join() {
  if (joining) return joining;
  joining = new Promise((resolve, reject) => {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: ({ authCode }) => {
        joining = null;
        resolve(authCode);
      },
      fail: (err) => {
        // 12：网络异常，可以重试
        if (err.error === 12) joining = null;
        reject(err);
      },
    });
  });
  return joining;
}
