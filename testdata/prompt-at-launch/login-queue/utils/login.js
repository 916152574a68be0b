let waiting = null;

export function ensureLogin() {
  if (!waiting) {
    waiting = new Promise((resolve, reject) => {
      my.getAuthCode({ //~ prompt-at-launch
        scopes: ['auth_user'],
        success: ({ authCode }) => resolve(authCode),
        fail: reject,
      });
    }).then((authCode) => post('session', { authCode }));
  }
  return waiting;
}

export async function call(path, data) {
  await ensureLogin();
  return post(path, data);
}

const post = (path, data) => new Promise((resolve, reject) => {
  my.request({ url: 'https://api.example.com/' + path, method: 'POST', data, success: resolve, fail: reject });
});
