let session = '';

function login() {
  return new Promise((resolve, reject) => {
    my.getAuthCode({ //~ prompt-on-page-load: `auth_user`
      scopes: 'auth_user',
      success: ({ authCode }) => resolve(authCode),
      fail: reject,
    });
  });
}

export async function request(option) {
  const header = { ...option.headers };
  // 接口要求登录
  if (option.requireLogin) {
    if (!session) {
      session = await login().catch(() => '');
    }
    header.token = session;
  }
  option.method = option.method || 'GET';
  return my.request({ ...option, headers: header });
}
