const BASE = 'https://api.tienda.example';

const post = (path, data) =>
  new Promise((ok, no) => my.request({ url: BASE + path, method: 'POST', data, success: ok, fail: no }));

export const login = (code) => post('/login', { code });
export const bind = (code, mobile) => post('/bind', { code, mobile });
export const session = (id) => post('/session', { id });

// 带上版本号
export function track(path, body) {
  const data = { ...body, v: 3 };
  my.request({ url: BASE + path, data });
}
