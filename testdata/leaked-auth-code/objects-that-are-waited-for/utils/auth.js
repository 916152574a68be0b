export function getCode() {
  return new Promise((resolve, reject) => {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => resolve({ code: res.authCode, at: Date.now() }),
      fail: reject,
    });
  });
}

export function getState() {
  return new Promise((resolve) => {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => resolve({ hasCode: !!res.authCode, at: Date.now() }),
      fail: () => resolve({ hasCode: false }),
    });
  });
}

export function getMasked() {
  return new Promise((resolve, reject) => {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        const grant = { code: res.authCode, at: Date.now() };
        my.request({ url: 'https://api.example.com/session', data: { code: grant.code } });
        grant.code = '';
        resolve(grant);
      },
      fail: reject,
    });
  });
}

export function askCode() {
  return new Promise((success, fail) => my.getAuthCode({ scopes: 'auth_base', success, fail }));
}

// 交回的是服务端的回答；拦截器拿到的是请求
const interceptors = [];

export function post(options) {
  const start = Promise.resolve(options);
  const passed = interceptors.reduce((before, run) => before.then((it) => run(it) || it), start);
  return passed.then(
    (it) =>
      new Promise((resolve, reject) => {
        my.request({ ...it, success: (res) => resolve(wrap(res, it)), fail: reject });
      }),
  );
}

function wrap(res, options) {
  return options.raw ? res : res.data || options;
}
