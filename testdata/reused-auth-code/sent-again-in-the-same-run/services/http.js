// 每个请求都带上版本号
const VERSION = '3.2.0';

export function post(path, body) {
  const data = { ...body, version: VERSION };
  const options = { url: 'https://api.tienda.example' + path, method: 'POST', data };
  return new Promise((success, fail) => {
    my.request(Object.assign(options, { success, fail }));
  });
}

export function track(event, more) {
  const data = Object.assign({ event, at: Date.now() }, more);
  my.request({ url: 'https://eventos.tienda.example/', data });
}

// Sin el código.
export function report(event, more) {
  const { code, ...data } = more;
  my.request({ url: 'https://eventos.tienda.example/' + event, data });
}

export function twice(code) {
  const data = { code };
  my.request({ url: 'https://a.tienda.example/', data });
  my.request({ url: 'https://b.tienda.example/', data }); //~ reused-auth-code: second time
}
