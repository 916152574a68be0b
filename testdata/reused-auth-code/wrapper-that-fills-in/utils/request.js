// 统一请求：没有参数时补上空对象
export function post(path, data) {
  if (!data) data = {};
  return new Promise((resolve, reject) => {
    my.request({ url: `https://api.example.com${path}`, data, method: 'POST', success: resolve, fail: reject });
  });
}

export const get = function (path, params, options) {
  params = params || {}
  if (typeof options === 'undefined') { options = { dataType: 'json' } }
  return new Promise((resolve, reject) => {
    my.request(Object.assign({ url: 'https://api.example.com' + path, data: params, success: resolve, fail: reject }, options))
  })
}

export function save(key, data) {
  data = data ?? null;
  my.setStorageSync({ key, data });
}

/* Guarda solo cuántos caracteres tiene. */
export function saveLength(key, data) {
  data = data.length
  my.setStorageSync({ key, data })
}
