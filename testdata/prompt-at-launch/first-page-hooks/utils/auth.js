export function login(scopes) {
  return new Promise((resolve, reject) => {
    my.getAuthCode({ //~ prompt-at-launch: `auth_user`
      scopes,
      success: ({ authCode }) => resolve(authCode),
      fail: reject,
    });
  });
}
